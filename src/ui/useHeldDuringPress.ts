import { useEffect, useRef, useState } from "react";

/**
 * What to show of `value`: itself, or what it was when `hold` was called, until the press that is
 * under way has reached what it was aimed at. Leaving a field may change what stands under it, and
 * would move a button away from the finger that is on it. Touch presses count by the mouse events
 * that browsers derive from them: those move the focus.
 */
export function useHeldDuringPress<Value>(value: Value): {
  readonly held: Value;
  readonly hold: () => void;
} {
  const [before, setBefore] = useState<{ readonly value: Value } | null>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pressed = () => {
      isPressed.current = true;
    };
    const released = () => {
      isPressed.current = false;
      // The click follows the release within the same task.
      timer = setTimeout(() => setBefore(null));
    };
    window.addEventListener("mousedown", pressed, { capture: true });
    for (const end of ["mouseup", "dragend", "blur"] as const)
      window.addEventListener(end, released);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("mousedown", pressed, { capture: true });
      for (const end of ["mouseup", "dragend", "blur"] as const)
        window.removeEventListener(end, released);
    };
  }, []);
  return {
    held: before === null ? value : before.value,
    hold: () => {
      if (isPressed.current) setBefore({ value });
    },
  };
}
