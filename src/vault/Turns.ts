/**
 * Writes of one tab, one after another in the order asked for, so that a draft saved before Keep
 * cannot overtake it; and a way for work nobody waits for to step aside meanwhile.
 */
export interface Turns {
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves once nobody is writing. */
  readonly idle: () => Promise<void>;
}

/** No writes yet. */
export function createTurns(): Turns {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (work) => {
      waiting += 1;
      const turn = last.then(work).finally(() => {
        waiting -= 1;
      });
      // The next in line does not care how this one ended.
      last = turn.catch(() => undefined);
      return turn;
    },
    idle: async () => {
      while (waiting > 0) await last;
    },
  };
}
