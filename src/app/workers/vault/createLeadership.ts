import type { JournalId } from "#core/identifiers.ts";
import type { Leadership } from "#vault/Leadership.ts";

/** The vault's `Leadership` by a Web Lock, kept until the thread ends: the browser then gives it to the next tab in line. */
export function createLeadership(journal: JournalId): Leadership {
  let isLeading = false;
  const leading = new Promise<void>((resolve, failed) => {
    const untilTheThreadEnds = new Promise<never>(() => undefined);
    navigator.locks
      .request(`headroom-leader-${journal}`, () => {
        isLeading = true;
        resolve();
        return untilTheThreadEnds;
      })
      .catch(failed);
  });
  return { isLeading: () => isLeading, leading };
}
