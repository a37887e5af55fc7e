import type { Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** Bytes that are no document, or one that says nothing a record may say. */
export interface Malformed {
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
export type Proofs = ReadonlyMap<string, Uint8Array>;

/** A record and the proofs beside it. */
export interface Said {
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
