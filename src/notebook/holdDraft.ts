import type { Draft } from "#core/entry/Entry.ts";
import type { DraftId } from "#core/identifiers.ts";

const lockName = (id: DraftId) => `headroom-draft-${id}`;

/** How long to wait for a draft that this very tab may be letting go of, in milliseconds. */
const patience = 1500;

/**
 * Makes this composer the only one, in any tab, that writes the draft. Resolves to a way to let it
 * go, or to null where another holds it. A closed or killed tab lets go by itself.
 */
export function holdDraft(id: DraftId): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    navigator.locks
      .request(
        lockName(id),
        { signal: AbortSignal.timeout(patience) },
        () => new Promise<void>((letGo) => resolve(() => letGo())),
      )
      .catch(() => resolve(null));
  });
}

/** Those of the drafts that no composer in any tab has open. */
export async function orphans(drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name) ?? []);
  return drafts.filter((draft) => !held.has(lockName(draft.id)));
}
