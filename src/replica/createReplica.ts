import * as v from "valibot";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { type JournalRecord, journalRecordSchema } from "#core/record/JournalRecord.ts";
import { type Authors, createAuthors } from "./createAuthors.ts";
import { openDocument, type RecordDocument, stateOf } from "./RecordDocument.ts";
import { readFields } from "./readFields.ts";
import { recordShapes } from "./recordShapes.ts";
import { wellFormed } from "./wellFormed.ts";
import { writeFields } from "./writeFields.ts";

/** Bytes that are no document, or one that says nothing a record may say. */
interface Malformed {
  readonly type: "Malformed";
}

/**
 * Records as documents that merge without a clock deciding. A state is the whole of a document as
 * opaque bytes; states that come from elsewhere may be anything, and give `Malformed`.
 */
export interface Replica {
  /** The first state of a record. Half characters (lone surrogates) become U+FFFD: nothing can store them. */
  readonly begin: (record: JournalRecord) => Uint8Array;
  /** The state in which somebody who saw `state` wrote `next`. */
  readonly revise: (state: Uint8Array, next: JournalRecord) => Result<Uint8Array, Malformed>;
  /** Both; in whatever order and however often merged, the same record comes out. */
  readonly merge: (one: Uint8Array, other: Uint8Array) => Result<Uint8Array, Malformed>;
  readonly read: (state: Uint8Array) => Result<JournalRecord, Malformed>;
}

const malformed = err({ type: "Malformed" } as const);

/** Hostile bytes make Yjs throw in many ways; each opens into a document of its own, thrown away when it fails. */
function attempt<T>(work: () => T): Result<T, Malformed> {
  try {
    return ok(work());
  } catch {
    return malformed;
  }
}

function write(document: RecordDocument, record: JournalRecord, authors: Authors): Uint8Array {
  authors.writeAs(document, () =>
    writeFields(document, "", recordShapes[record.kind], wellFormed(record)),
  );
  return stateOf(document);
}

function readDocument(document: RecordDocument): Result<JournalRecord, Malformed> {
  const kind = v.safeParse(v.picklist(Object.keys(recordShapes)), document.values.get("kind"));
  const fields = Object.entries(recordShapes).find(([name]) => name === kind.output)?.[1];
  if (fields === undefined) return malformed;
  const parsed = v.safeParse(journalRecordSchema, readFields(document, "", fields));
  return parsed.success ? ok(parsed.output) : malformed;
}

/** A replica whose author numbers come from `random`. */
export function createReplica(random: Random): Replica {
  const authors = createAuthors(random);
  return {
    begin: (record) => write(openDocument([]), record, authors),
    revise: (state, next) => {
      const opened = attempt(() => openDocument([state]));
      return opened.ok ? attempt(() => write(opened.value, next, authors)) : opened;
    },
    merge: (one, other) => attempt(() => stateOf(openDocument([one, other]))),
    read: (state) => {
      const opened = attempt(() => readDocument(openDocument([state])));
      return opened.ok ? opened.value : opened;
    },
  };
}
