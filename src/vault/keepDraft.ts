import * as v from "valibot";
import { newId } from "#base/newId.ts";
import { ok, type Result } from "#base/Result.ts";
import type { Draft, Entry } from "#core/entry/Entry.ts";
import { type EntryId, idSchema } from "#core/identifiers.ts";
import type { ReadFailure, Vault } from "#core/journal/Vault.ts";
import { loadRecord } from "./loadRecord.ts";
import { mergeEdit, type Stored } from "./mergeEdit.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import { type NextState, writeRecords } from "./writeRecords.ts";

/** `Vault.keepDraft`: the entry, its earlier state where it edits one, and the end of the draft, in one transaction. */
export const keepDraft = (journal: OpenJournal, draft: Draft): ReturnType<Vault["keepDraft"]> =>
  journal.turns.take(async () => {
    const now = journal.clock.now();
    const { id: _draft, of, startedAt: _started, savedAt: _saved, ...content } = draft;
    const fresh: Entry = {
      kind: "entry",
      id: of?.entry ?? v.parse(idSchema<EntryId>(), newId(journal.random)),
      ...content,
      origin: { type: "written" },
      createdAt: now,
      editedAt: now,
      deletedAt: null,
    };
    const workOut = () => (of === null ? begun(journal, fresh) : edited(journal, fresh, of.basis));
    const written = await writeRecords(journal, workOut, draft.id);
    if (!written.ok) return written;
    return ok({ entry: written.value.answer, mark: written.value.mark });
  });

type WorkedOut = Result<{ next: readonly NextState[]; answer: Entry }, ReadFailure>;

async function begun(journal: OpenJournal, entry: Entry): Promise<WorkedOut> {
  const state = journal.replica.begin(entry);
  return ok({ next: [{ record: entry, state, rev: null, remember: [] }], answer: entry });
}

async function edited(journal: OpenJournal, fresh: Entry, basis: Uint8Array): Promise<WorkedOut> {
  const loaded = await loadRecord(journal, fresh.id);
  if (!loaded.ok && loaded.error.type !== "NotFound") return loaded;
  const stored = loaded.ok ? loaded.value : null;
  const before = entryAt(journal, basis) ?? entryIn(stored);
  // What is not in a draft stays as it was: where the entry came from, since when, whether in the bin.
  const next: Entry = before
    ? { ...fresh, origin: before.origin, createdAt: before.createdAt, deletedAt: before.deletedAt }
    : fresh;
  const { merged } = mergeEdit(journal.replica, stored, { basis, next });
  const entry = merged.record.kind === "entry" ? merged.record : next;
  const state: NextState = {
    record: entry,
    state: merged.basis,
    rev: loaded.ok ? loaded.value.rev : null,
    remember: stored === null ? [] : [stored.record],
  };
  return ok({ next: [state], answer: entry });
}

function entryAt({ replica }: OpenJournal, basis: Uint8Array): Entry | null {
  const read = replica.read(basis);
  return read.ok && read.value.kind === "entry" ? read.value : null;
}

const entryIn = (stored: Stored | null): Entry | null =>
  stored?.record.kind === "entry" ? stored.record : null;
