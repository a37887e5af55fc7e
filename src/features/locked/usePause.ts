import { useEffect, useState } from "react";
import type { Clock } from "#base/Clock.ts";

/** Milliseconds left until `until`, counted down once a second; 0 when there is no pause. */
export function usePause(until: number | null, clock: Clock): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const look = () => setLeft(until === null ? 0 : Math.max(0, until - clock.now()));
    look();
    if (until === null) return;
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [until, clock]);
  return left;
}
