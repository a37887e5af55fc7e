import * as v from "valibot";
import * as Y from "yjs";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { type JournalRecord, journalRecordSchema } from "#core/record/JournalRecord.ts";
import { contentsOf } from "./contentsOf.ts";
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
  /** What `state` says beyond what is `known` elsewhere (null: nothing), and what will be known once that has arrived. */
  readonly difference: (
    state: Uint8Array,
    known: Uint8Array | null,
  ) => { readonly update: Uint8Array | null; readonly known: Uint8Array };
  /** A state (null: none) with updates from elsewhere taken in, worked out on a copy. */
  readonly absorb: (state: Uint8Array | null, updates: readonly Uint8Array[]) => Absorbed;
  /** What is known elsewhere once these updates are: `known` (null: nothing) and what follows on it. */
  readonly learn: (known: Uint8Array | null, updates: readonly Uint8Array[]) => Uint8Array;
  /**
   * All that a state says, place by place: the same for whoever has the same, be their version older or
   * newer than whoever wrote it, and whatever stands in fields that they do not know.
   */
  readonly contents: (state: Uint8Array) => readonly string[];
  /** The proofs that stand beside the record, by name; they merge like its choices. */
  readonly proofs: (state: Uint8Array) => Proofs;
  /** A state with these proofs put beside the record. */
  readonly withProofs: (state: Uint8Array, proofs: Proofs) => Uint8Array;
}

/** Signatures that name who wrote what of a record, as opaque bytes. */
type Proofs = ReadonlyMap<string, Uint8Array>;

/** A record and the proofs beside it. */
interface Said {
  readonly record: JournalRecord;
  readonly proofs: Proofs;
  /** As of `Replica.contents`. */
  readonly contents: () => readonly string[];
}

/** What came of taking in updates. */
export interface Absorbed {
  /** What the state said by itself; null where that is no whole record, and it counts as none. */
  readonly before: Said | null;
  /** What it says now; null where that is no whole record yet. */
  readonly after: Said | null;
  readonly state: Uint8Array;
  /** Whether `state` says anything that was not there before. */
  readonly isNew: boolean;
  /** Whether some of it builds on what has not come yet, and waits. */
  readonly isWaiting: boolean;
  /** The places of updates that are no updates. */
  readonly refused: readonly number[];
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

const proofsIn = ({ proofs }: RecordDocument): Proofs =>
  new Map(
    [...proofs.entries()].filter(
      (entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array,
    ),
  );

/** What a document says; null where that is no whole record. `asItIs`: the same document, which nobody changes. */
function said(document: RecordDocument, asItIs: () => RecordDocument): Said | null {
  const read = attempt(() => readDocument(document));
  if (!read.ok || !read.value.ok) return null;
  const contents = () => contentsOf(asItIs());
  return { record: read.value.value, proofs: proofsIn(document), contents };
}

/** Whether something in it builds on what has not come yet. */
const isWaiting = ({ doc }: RecordDocument): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** No insertions, no deletions: two empty lists. */
const saysNothing = (update: Uint8Array): boolean =>
  update.length === 2 && update.every((byte) => byte === 0);

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
    difference: (state, known) => {
      const { doc } = openDocument([state]);
      const update = Y.encodeStateAsUpdate(doc, known ?? undefined);
      return { update: saysNothing(update) ? null : update, known: Y.encodeStateVector(doc) };
    },
    absorb: (state, updates) => {
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
    },
    contents: (state) => contentsOf(openDocument([state])),
    proofs: (state) => proofsIn(openDocument([state])),
    withProofs: (state, proofs) => {
      const document = openDocument([state]);
      authors.writeAs(document, () => {
        for (const [name, proof] of proofs) document.proofs.set(name, proof);
      });
      return stateOf(document);
    },
    learn: (known, updates) => {
      const vector = known === null ? new Map<number, number>() : Y.decodeStateVector(known);
      for (const update of updates) {
        for (const struct of Y.decodeUpdate(update).structs) {
          const { client, clock } = struct.id;
          const reached = vector.get(client) ?? 0;
          // With a hole between, nobody can be said to know what follows it.
          if (struct instanceof Y.Skip || clock > reached) continue;
          vector.set(client, Math.max(reached, clock + struct.length));
        }
      }
      return Y.encodeStateVector(vector);
    },
    read: (state) => {
      const opened = attempt(() => readDocument(openDocument([state])));
      return opened.ok ? opened.value : opened;
    },
  };
}
