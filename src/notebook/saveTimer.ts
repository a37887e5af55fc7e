/** A pause in typing, the longest that words wait for one, and how long until a failed save is tried again: milliseconds. */
const pause = 400;
const longest = 2500;
const again = 10_000;

/** When words are saved by themselves. */
interface SaveTimer {
  /** Something was typed: it is saved at the next pause, or when it has waited longest. */
  readonly typed: () => void;
  /** A save failed: it is tried again. */
  readonly failed: () => void;
  /** Nothing waits any more. */
  readonly forget: () => void;
}

/** A timer that calls `save` when what was typed is due. */
export function saveTimer(save: () => void): SaveTimer {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince: number | null = null;
  const forget = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waitingSince = null;
  };
  return {
    typed: () => {
      const now = performance.now();
      waitingSince ??= now;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(save, Math.min(pause, Math.max(0, waitingSince + longest - now)));
    },
    failed: () => {
      forget();
      timer = setTimeout(save, again);
    },
    forget,
  };
}
