import type { Draft } from "#core/entry/Entry.ts";
import type { DraftId } from "#core/identifiers.ts";

/** Lets a held draft go; resolves once another composer may take it. */
export type LetGo = () => Promise<void>;

const lockName = (id: DraftId) => `headroom-draft-${id}`;

/** How long to wait for a draft that this very tab may be letting go of, in milliseconds. */
const patience = 1500;

/**
 * Makes this composer the only one, in any tab, that writes the draft. Resolves to a way to let it
 * go, or to null where another holds it. A closed or killed tab lets go by itself.
 */
export function holdDraft(id: DraftId): Promise<LetGo | null> {
  return new Promise((resolve) => {
    const whole: Promise<void> = navigator.locks
      .request(
        lockName(id),
        { signal: AbortSignal.timeout(patience) },
        () =>
          new Promise<void>((release) =>
            resolve(() => {
              release();
              return whole;
            }),
          ),
      )
      .catch(() => resolve(null));
  });
}

/** Composers of this tab that have closed and are saving a last time. */
const closing = new Set<Promise<void>>();

/** Waits for the last save of a composer that has closed, then lets its draft go. */
export function letGoAfter(lastSave: Promise<unknown>, held: Promise<LetGo | null>): void {
  const whole = lastSave
    .then(() => held)
    .then((letGo) => letGo?.())
    .finally(() => closing.delete(whole));
  closing.add(whole);
}

/** Resolves once no composer that was closed in this tab is still saving. */
export const closedComposersSaved = async (): Promise<void> => {
  await Promise.allSettled(closing);
};

/** Those of the drafts that no composer in any tab has open. */
export async function orphans(drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name) ?? []);
  return drafts.filter((draft) => !held.has(lockName(draft.id)));
}
