import { ok, type Result } from "#base/Result.ts";
import type { Edit, ReadFailure, Saved, Vault } from "#core/journal/Vault.ts";
import { isShared, type JournalRecord } from "#core/record/JournalRecord.ts";
import { type LoadedRecord, loadRecord, openView } from "./loadRecord.ts";
import { mergeEdit } from "./mergeEdit.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { type NextState, writeRecords } from "./writeRecords.ts";

/** `Vault.save`: each edit merged with what is stored now, all of them written or none. */
export const saveRecords = (
  journal: OpenJournal,
  edits: readonly Edit[],
): ReturnType<Vault["save"]> =>
  journal.turns.take(async () => {
    if (edits.length === 0) return ok({ saved: [], mark: journal.feed.through() });
    const written = await writeRecords(journal, () => workOut(journal, edits), null);
    if (!written.ok) return written;
    return ok({ saved: written.value.answer, mark: written.value.mark });
  });

async function workOut(
  journal: OpenJournal,
  edits: readonly Edit[],
): Promise<Result<{ next: readonly NextState[]; answer: readonly Saved[] }, ReadFailure>> {
  const next = new Map<string, NextState>();
  const answer: Saved[] = [];
  for (const edit of edits) {
    const pending = next.get(edit.next.id);
    const stored =
      pending === undefined
        ? await storedRecord(journal, edit.next)
        : ok({ ...pending, begunAgain: false });
    if (!stored.ok) return stored;
    const before = stored.value;
    const saved = mergeEdit(journal.replica, before, edit);
    answer.push(saved);
    const { record, basis: state } = saved.merged;
    const remember = [...(pending?.remember ?? [])];
    const remembers = edit.remember === true || before?.begunAgain === true;
    if (remembers && before !== null) remember.push(await asShown(journal, before.record));
    next.set(record.id, { record, state, rev: before?.rev ?? null, remember });
  }
  return ok({ next: [...next.values()], answer });
}

/** A team's record as its view shows it: there the name is left out of who changed it, where it is not proved. */
async function asShown(journal: OpenJournal, record: JournalRecord): Promise<JournalRecord> {
  const row = isShared(record) ? await journal.rows.view(record.id) : null;
  const stored = row?.ok ? row.value : null;
  return (stored && (await openView(journal.sealer, record.id, stored.sealed))) ?? record;
}

/** What is stored of a record; null where nothing is, or nothing any more. */
async function storedRecord(
  journal: OpenJournal,
  { id }: JournalRecord,
): Promise<Result<LoadedRecord | null, ReadFailure>> {
  const loaded = await loadRecord(journal, id);
  return !loaded.ok && loaded.error.type === "NotFound" ? ok(null) : loaded;
}
