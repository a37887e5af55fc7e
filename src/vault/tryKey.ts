import type { Clock, Instant } from "#base/Clock.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { UnlockFailure } from "#core/journal/Door.ts";
import type { CoverRow, CoverStore } from "./CoverStore.ts";
import type { KeyFailure } from "./KeyRing.ts";
import { noTries, type Tries, triesLeft, waiting, wrongTry } from "./wrongTries.ts";

/** What a try may use. */
export interface TryingDoor {
  readonly covers: CoverStore;
  readonly clock: Clock;
}

/**
 * Tries a passphrase or recovery code on a journal, in the open count of tries. Only what is answered
 * counts: a page left or reloaded meanwhile has told nobody anything. No answer, right or wrong, is
 * given before it is counted durably, nor once other tabs' wrong tries have begun a wait: so however
 * many are made at once, ten wrong answers begin the waits. A full disk stops the counting, not the owner.
 */
export async function tryKey<T>(
  { covers, clock }: TryingDoor,
  id: JournalId,
  attempt: (row: CoverRow) => Promise<Result<T, KeyFailure>>,
): Promise<Result<{ readonly value: T; readonly row: CoverRow }, UnlockFailure>> {
  /** Changes the tries, unless there is a wait. */
  const count = async (
    change: (tries: Tries, now: Instant) => Tries,
  ): Promise<Result<CoverRow, UnlockFailure>> => {
    const seen: { until: Instant | null } = { until: null };
    const now = clock.now();
    const counted = await covers.change(id, (row) => {
      const wait = waiting(row.tries, now);
      seen.until = wait.until;
      const tries = wait.until === null ? change(wait.tries, now) : wait.tries;
      return tries === row.tries ? row : { ...row, tries };
    });
    const isFull = !counted.ok && counted.error.type === "StorageFull";
    const kept = isFull ? await covers.find(id) : counted;
    if (!kept.ok) return kept;
    if (kept.value === null) return err({ type: "NoSuchJournal" });
    return seen.until === null ? ok(kept.value) : err({ type: "Wait", until: seen.until });
  };

  const looked = await count((tries) => tries);
  if (!looked.ok) return looked;
  const row = looked.value;
  const tried = await attempt(row);
  // Nothing was guessed: a mistyped code or a damaged slot costs no try.
  if (!tried.ok && tried.error.type !== "WrongKey") return err(tried.error);
  const counted = await count(tried.ok ? () => noTries : wrongTry);
  if (!counted.ok) return counted;
  if (tried.ok) return ok({ value: tried.value, row });
  const wait = waiting(counted.value.tries, clock.now());
  return wait.until === null
    ? err({ type: "WrongKey", triesLeft: triesLeft(counted.value.tries) })
    : err({ type: "Wait", until: wait.until });
}
