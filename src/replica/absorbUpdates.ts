import * as Y from "yjs";
import { attempt } from "./attempt.ts";
import { contentsOf } from "./contentsOf.ts";
import { openDocument, type RecordDocument, stateOf } from "./RecordDocument.ts";
import type { Absorbed, Said } from "./Replica.ts";
import { proofsIn, readRecord } from "./readRecord.ts";

/** What a document says; null where that is no whole record. `asItIs`: the same document, which nobody changes. */
function said(document: RecordDocument, asItIs: () => RecordDocument): Said | null {
  const read = attempt(() => readRecord(document));
  if (!read.ok || !read.value.ok) return null;
  const contents = () => contentsOf(asItIs());
  return { record: read.value.value, proofs: proofsIn(document), contents };
}

/** Whether something in it builds on what has not come yet. */
const isWaiting = ({ doc }: RecordDocument): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** A state (null: none) with updates from elsewhere taken in, worked out on a copy. */
export function absorbUpdates(state: Uint8Array | null, updates: readonly Uint8Array[]): Absorbed {
  const stored = state === null ? [] : [state];
  const opened = attempt(() => openDocument(stored));
  const before = opened.ok ? said(opened.value, () => openDocument(stored)) : null;
  const start = before === null ? [] : stored;
  let document = before !== null && opened.ok ? opened.value : openDocument([]);
  const waited = isWaiting(document);
  let isNew = before === null;
  const changed = () => {
    isNew = true;
  };
  if (!isNew) document.doc.on("update", changed);
  const taken: Uint8Array[] = [];
  const refused: number[] = [];
  for (const [at, update] of updates.entries()) {
    const wasNew = isNew;
    const applied = attempt(() => Y.applyUpdate(document.doc, update));
    if (applied.ok) taken.push(update);
    else {
      // Some of it may have got in before it failed.
      refused.push(at);
      isNew = wasNew;
      document = openDocument([...start, ...taken]);
      if (!isNew) document.doc.on("update", changed);
    }
  }
  return {
    before,
    after: isNew ? said(document, () => document) : before,
    state: isNew || state === null ? stateOf(document) : state,
    isNew,
    isWaiting: !waited && isWaiting(document),
    refused,
  };
}
