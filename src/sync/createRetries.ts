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
/** The longest wait while somebody looks: they are told when the server is back. */
const mostInSight = 30_000;

/**
 * Twice as long each time up to five minutes, with full jitter: a server that comes back is not met by
 * everybody at once [L2]. While the page is in sight no wait is longer than half a minute.
 */
export function createRetries(random: Random, isInSight: () => boolean): Retries {
  let failed = 0;
  return {
    next: () => {
      const longest = Math.min(isInSight() ? mostInSight : most, first * 2 ** failed);
      failed += 1;
      const [a = 0, b = 0] = random.bytes(2);
      return Math.max(first / 2, (longest * (a * 256 + b)) / 65_536);
    },
    end: () => {
      failed = 0;
    },
  };
}
