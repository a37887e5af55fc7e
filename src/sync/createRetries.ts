import type { Random } from "#base/Random.ts";

/** How long to wait before trying again. */
export interface Retries {
  /** Milliseconds; longer after each failure in a row. */
  readonly next: () => number;
  /** It went well. */
  readonly end: () => void;
}

const first = 1_000;
const most = 300_000;

/** Twice as long each time up to five minutes, with full jitter: a server that comes back is not met by everybody at once [L2]. */
export function createRetries(random: Random): Retries {
  let failed = 0;
  return {
    next: () => {
      const longest = Math.min(most, first * 2 ** failed);
      failed += 1;
      const [a = 0, b = 0] = random.bytes(2);
      return Math.max(first / 2, (longest * (a * 256 + b)) / 65_536);
    },
    end: () => {
      failed = 0;
    },
  };
}
