/** The longest that a server rests between two sweeps that are wanted, in milliseconds. */
const longestRest = 1_000;

/**
 * A sweep for all who want one: each is answered by a sweep that began after they asked, those who
 * come meanwhile by one and the same. A server sweeps a tenth of its time, or once a second.
 */
export function shareSweeps(sweep: () => Promise<void>): () => Promise<void> {
  let next: Promise<void> | null = null;
  let rest = 0;
  let rested: Promise<unknown> = Promise.resolve();

  async function sweepNow(): Promise<void> {
    next = null;
    const started = performance.now();
    try {
      await sweep();
    } finally {
      rest = Math.min(longestRest, 9 * (performance.now() - started));
    }
  }

  return () => {
    if (next === null) {
      next = rested.then(sweepNow);
      const resting = () => new Promise((resolve) => setTimeout(resolve, rest).unref());
      rested = next.then(resting, resting);
    }
    return next;
  };
}
