import type { Result } from "#base/Result.ts";
import type { Edit, Opened, Saved } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { Replica } from "./Replica.ts";

/** What is stored of a record before an edit. */
export interface Stored {
  readonly record: JournalRecord;
  readonly state: Uint8Array;
  /** As in `LoadedRecord`: merging with this state would say everything twice. */
  readonly begunAgain: boolean;
}

/**
 * An edit merged with what is stored: `stored` null where the record is new, or was removed for good
 * while it was being edited; the words on screen then make it again. A basis that cannot be used
 * (made by another version, damaged in a draft) gives way to what is stored.
 */
export function mergeEdit(
  replica: Replica,
  stored: Stored | null,
  { basis, next }: Pick<Edit, "basis" | "next">,
): Saved {
  const mine = writtenOn(replica, basis ?? stored?.state ?? null, next);
  const merged =
    stored === null || stored.begunAgain
      ? mine
      : (readState(replica, replica.merge(stored.state, mine.basis)) ?? null);
  if (merged !== null && merged.record.id === next.id) return { mine, merged };
  // Only a basis that never belonged to this record ends here.
  const anew = writtenOn(replica, stored?.state ?? null, next);
  return { mine: anew, merged: anew };
}

function writtenOn(replica: Replica, state: Uint8Array | null, next: JournalRecord): Opened {
  const revised = state === null ? null : readState(replica, replica.revise(state, next));
  if (revised !== null) return { record: next, basis: revised.basis };
  const basis = replica.begin(next);
  return { record: next, basis };
}

function readState(replica: Replica, state: Result<Uint8Array, unknown>): Opened | null {
  const read = state.ok ? replica.read(state.value) : state;
  return state.ok && read.ok ? { record: read.value, basis: state.value } : null;
}
