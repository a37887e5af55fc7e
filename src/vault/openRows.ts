import type { FedView } from "#core/journal/ReaderFeed.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { FeedParts } from "./Feed.ts";
import { openState } from "./loadRecord.ts";
import type { StoredView } from "./RowStore.ts";
import { readJson } from "./readJson.ts";
import { recordBytes } from "./recordBytes.ts";

/** What every view of a record outside the bin ends with: `deletedAt` is the last field of every kind. */
const notInBin = new TextEncoder().encode('"deletedAt":null}');

/** Opened rows, in the order given. `binned`: those in the bin, with the moment they were put there. */
export interface OpenedRows {
  readonly views: readonly FedView[];
  readonly binned: ReadonlyMap<RecordId, number>;
}

/** Opens sealed views for the reader. One that does not open is read from its document; failing that, it is set aside. */
export async function openRows(parts: FeedParts, rows: readonly StoredView[]): Promise<OpenedRows> {
  const opened = await Promise.all(rows.map((row) => openRow(parts, row)));
  const views = opened.filter((view) => view !== null);
  const binned = new Map<RecordId, number>();
  for (const { id, view } of views) {
    const since = endsWith(view, notInBin) ? null : deletedAt(view);
    if (since !== null) binned.set(id, since);
  }
  return { views, binned };
}

async function openRow(parts: FeedParts, row: StoredView): Promise<FedView | null> {
  const id = row.id as RecordId;
  const view = await parts.sealer.open("view", row.id, row.sealed);
  if (view.ok) return { order: row.order, id, view: view.value };
  const document = await parts.rows.document(row.id);
  const state =
    document.ok && document.value ? await openState(parts, row.id, document.value.sealed) : null;
  if (state !== null) return { order: row.order, id, view: recordBytes(state.record) };
  parts.setAside.add(row.id);
  return null;
}

const endsWith = (bytes: Uint8Array, end: Uint8Array): boolean => {
  const start = bytes.length - end.length;
  return start >= 0 && end.every((byte, at) => bytes[start + at] === byte);
};

function deletedAt(view: Uint8Array): number | null {
  const json = readJson(view);
  const held = typeof json === "object" && json !== null && "deletedAt" in json && json.deletedAt;
  return typeof held === "number" ? held : null;
}
