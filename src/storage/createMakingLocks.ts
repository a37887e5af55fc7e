const lockName = (id: string) => `headroom-making-${id}`;

/**
 * Locks on journals that are being made. The browser lets go of them when the tab dies, which is how
 * others tell a journal that is still being made from one that never will be.
 */
export function createMakingLocks() {
  const releases = new Map<string, () => void>();
  return {
    hold: (id: string): Promise<void> =>
      new Promise((held, failed) => {
        navigator.locks
          .request(
            lockName(id),
            () =>
              new Promise<void>((release) => {
                releases.set(id, release);
                held();
              }),
          )
          .catch(failed);
      }),
    release: (id: string): void => {
      releases.get(id)?.();
      releases.delete(id);
    },
    isHeld: async (id: string): Promise<boolean> =>
      ((await navigator.locks.query()).held ?? []).some(({ name }) => name === lockName(id)),
  };
}
