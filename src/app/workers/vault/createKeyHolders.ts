import type { KeyHolders } from "#vault/KeyHolders.ts";

/** The vault's `KeyHolders` by Web Locks: shared ones for those who hold, an exclusive one to see that nobody does. */
export const createKeyHolders = (): KeyHolders => {
  const name = (journal: string, epoch: number) => `headroom-key-${journal}-${epoch}`;
  return {
    hold: (journal, epoch) =>
      new Promise((held, failed) => {
        navigator.locks
          .request(
            name(journal, epoch),
            { mode: "shared" },
            () => new Promise<void>((letGo) => held(letGo)),
          )
          .catch(failed);
      }),
    noneHold: (journal, epoch) => navigator.locks.request(name(journal, epoch), () => undefined),
  };
};
