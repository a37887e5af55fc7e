import { useEffect, useState } from "react";
import type { Clock } from "#base/Clock.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import type { Safety } from "#notebook/recordSession.ts";

const minute = 60_000;

/** The time where it is today's, else the day. */
const sinceText = (at: number, now: number): string =>
  new Date(at).toDateString() === new Date(now).toDateString()
    ? momentText.time(at)
    : momentText.dayNear(at, now);

/** "Kept on this device · just now": said only of what has been committed. `editedAt` null: somebody else wrote last. */
export function KeptLine({
  safety,
  editedAt,
  clock,
}: {
  readonly safety: Safety;
  readonly editedAt: number | null;
  readonly clock: Clock;
}) {
  const [, setDrawn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setDrawn((times) => times + 1), minute / 2);
    return () => clearInterval(timer);
  }, []);
  const now = clock.now();
  if (safety.type === "failed") return null;
  if (safety.type !== "kept") return <p className="kept-line">{m.proposals_keeping()}</p>;
  const at = safety.at ?? editedAt;
  // Nothing was written here: there is nothing to say of it.
  if (at === null) return null;
  return (
    <p className="kept-line">
      {now - at < minute && now >= at
        ? m.proposals_kept_now()
        : m.proposals_kept_at({ time: sinceText(at, now) })}
    </p>
  );
}
