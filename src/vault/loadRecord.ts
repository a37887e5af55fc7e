import { err, ok, type Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { Replica } from "./Replica.ts";
import type { RowStore } from "./RowStore.ts";
import { readRecord } from "./recordBytes.ts";
import type { Sealer } from "./Sealer.ts";

/** A record as stored: its document's state, and the `rev` of its row. */
export interface LoadedRecord {
  readonly record: JournalRecord;
  readonly state: Uint8Array;
  readonly rev: number;
  /** The stored document did not open and `state` is a new one that says the same: nothing can be merged with it. */
  readonly begunAgain: boolean;
}

/** The record in a sealed view, or null where it does not open. */
export async function openView(
  sealer: Sealer,
  id: string,
  sealed: Uint8Array,
): Promise<JournalRecord | null> {
  const opened = await sealer.open("view", id, sealed);
  const read = opened.ok ? readRecord(opened.value) : opened;
  return read.ok ? read.value : null;
}

/** The record and state in a sealed document, or null where it does not open. */
export async function openState(
  { sealer, replica }: { readonly sealer: Sealer; readonly replica: Replica },
  id: string,
  sealed: Uint8Array,
): Promise<Pick<LoadedRecord, "record" | "state"> | null> {
  const opened = await sealer.open("document", id, sealed);
  const read = opened.ok ? replica.read(opened.value) : opened;
  return opened.ok && read.ok ? { record: read.value, state: opened.value } : null;
}

/** What of an open journal is needed to read a record. */
export interface Reading {
  readonly rows: Pick<RowStore, "document" | "view">;
  readonly sealer: Sealer;
  readonly replica: Replica;
  /** Ids of rows that do not open, found so far. */
  readonly setAside: Set<string>;
}

/**
 * A record with its document. A document that does not open is begun again from the view beside it:
 * merging with what is being written elsewhere is lost, but no words are.
 */
export async function loadRecord(
  journal: Reading,
  id: string,
): Promise<Result<LoadedRecord, ReadFailure>> {
  const row = await journal.rows.document(id);
  if (!row.ok) return row;
  if (row.value === null) return err({ type: "NotFound" });
  const { rev } = row.value;
  const document = await openState(journal, id, row.value.sealed);
  if (document !== null) return ok({ ...document, rev, begunAgain: false });

  const view = await journal.rows.view(id);
  if (!view.ok) return view;
  const record = view.value && (await openView(journal.sealer, id, view.value.sealed));
  if (record === null) {
    journal.setAside.add(id);
    return err({ type: "Unreadable" });
  }
  return ok({ record, state: journal.replica.begin(record), rev, begunAgain: true });
}
