import { idText } from "#wire/idText.ts";

/** Those who wait for something to happen in a space: long polls [Q2]. */
export interface Happenings {
  /** Resolves when something happens there, or after `milliseconds`, or when `signal` aborts. */
  readonly next: (space: Uint8Array, milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Something happened in a space. */
  readonly tell: (space: Uint8Array) => void;
  /** Lets everyone go: the server stops. */
  readonly tellAll: () => void;
}

/** Keeps who waits, in memory, for this node. */
export function createHappenings(): Happenings {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (waiters: Iterable<() => void>) => {
    for (const resolve of [...waiters]) resolve();
  };
  return {
    next: (space, milliseconds, signal) =>
      new Promise((resolve) => {
        const key = idText(space);
        const others = waiting.get(key) ?? new Set();
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          others.delete(done);
          if (others.size === 0) waiting.delete(key);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        signal.addEventListener("abort", done);
        others.add(done);
        waiting.set(key, others);
        if (signal.aborted) done();
      }),
    tell: (space) => wake(waiting.get(idText(space)) ?? []),
    tellAll: () => {
      for (const waiters of [...waiting.values()]) wake(waiters);
    },
  };
}
