import type { Clock, Instant } from "#base/Clock.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { UnlockFailure } from "#core/journal/Door.ts";
import type { CoverRow, CoverStore } from "./CoverStore.ts";
import type { KeyFailure } from "./KeyRing.ts";
import { type Counted, givenBack, noTries, triesLeft, waiting, wrongTry } from "./wrongTries.ts";

/** What a try may use. */
export interface TryingDoor {
  readonly covers: CoverStore;
  readonly clock: Clock;
}

/**
 * Tries a passphrase or recovery code on a journal, in the open count of tries. The try is counted,
 * durably, before it is made: closing the tab meanwhile gives no free ones. A full disk stops the
 * counting, not the owner.
 */
export async function tryKey<T>(
  { covers, clock }: TryingDoor,
  id: JournalId,
  attempt: (row: CoverRow) => Promise<Result<T, KeyFailure>>,
): Promise<Result<{ readonly value: T; readonly row: CoverRow }, UnlockFailure>> {
  const now = clock.now();
  const seen: { try: Counted | null; until: Instant | null } = { try: null, until: null };
  const counted = await covers.change(id, (row) => {
    const wait = waiting(row.tries, now);
    const tries = wait.until === null ? wrongTry(wait.tries, now) : wait.tries;
    seen.until = wait.until;
    seen.try = { before: wait.tries, counted: tries };
    return tries === row.tries ? row : { ...row, tries };
  });
  if (!counted.ok && counted.error.type !== "StorageFull") return counted;
  const found = counted.ok ? counted : await covers.find(id);
  if (!found.ok) return found;
  const row = found.value;
  if (row === null) return err({ type: "NoSuchJournal" });
  if (seen.until !== null) return err({ type: "Wait", until: seen.until });

  const giveBack = () =>
    covers.change(id, (latest) =>
      seen.try === null ? latest : { ...latest, tries: givenBack(latest.tries, seen.try) },
    );
  const tried = await attempt(row).catch(async (fault: unknown) => {
    // Nothing was guessed either: the hash could not be fetched.
    await giveBack();
    throw fault;
  });
  if (tried.ok) {
    await covers.change(id, (latest) => ({ ...latest, tries: noTries }));
    return ok({ value: tried.value, row });
  }
  if (tried.error.type !== "WrongKey") {
    // Nothing was guessed: a mistyped code or a damaged slot costs no try.
    await giveBack();
    return err(tried.error);
  }
  const wait = waiting(row.tries, clock.now());
  return wait.until === null
    ? err({ type: "WrongKey", triesLeft: triesLeft(row.tries) })
    : err({ type: "Wait", until: wait.until });
}
