import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { unsentMark } from "./spaces/SpaceMarks.ts";

/** `Vault.purge`: these records are gone for good, here and in every tab. */
export const purgeRecords = (
  journal: OpenJournal,
  ids: readonly RecordId[],
): Promise<Result<Mark, StorageFailure>> =>
  journal.turns.take(async () => {
    if (ids.length === 0) return ok(journal.feed.through());
    const { own } = journal.marks;
    // Marked with it: the space then lets go of rows that hold their words.
    const marks = own === null ? [] : ids.map((id) => unsentMark(own, id, 0));
    const removed = await journal.rows.remove(ids, marks);
    if (!removed.ok) return removed;
    const through = removed.value;
    journal.feed.removed(ids, through);
    journal.siblings.tell({ type: "removed", ids, through });
    for (const id of ids) journal.setAside.delete(id);
    return ok(through);
  });
