import type { Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** Signatures of who wrote what, by name. */
export type Proofs = ReadonlyMap<string, Uint8Array>;

/** A record with the proofs beside it. */
export interface Proved {
  readonly record: JournalRecord;
  readonly proofs: Proofs;
  /** All that its document says, place by place, whatever of it this version knows. */
  readonly contents: () => readonly string[];
}

/** Records as documents that merge. A state is all of a document, as opaque bytes. */
export interface Replica {
  readonly begin: (record: JournalRecord) => Uint8Array;
  /** The state in which somebody who saw `state` wrote `next`. */
  readonly revise: (state: Uint8Array, next: JournalRecord) => Result<Uint8Array, unknown>;
  readonly merge: (one: Uint8Array, other: Uint8Array) => Result<Uint8Array, unknown>;
  readonly read: (state: Uint8Array) => Result<JournalRecord, unknown>;
  /** What `state` says beyond what is `known` elsewhere (null: nothing), and what will be known once that has arrived. */
  readonly difference: (
    state: Uint8Array,
    known: Uint8Array | null,
  ) => { readonly update: Uint8Array | null; readonly known: Uint8Array };
  /** What is known elsewhere once these updates are. */
  readonly learn: (known: Uint8Array | null, updates: readonly Uint8Array[]) => Uint8Array;
  /**
   * A state (null: none) with updates from elsewhere taken in. `before` and `after`: what it said and
   * says, null where that is no whole record (a state that says none counts as none). `isNew`: whether
   * anything was added; `isWaiting`: whether some of it builds on what has not come yet; `refused`: the
   * places of what are no updates.
   */
  readonly absorb: (
    state: Uint8Array | null,
    updates: readonly Uint8Array[],
  ) => {
    readonly before: Proved | null;
    readonly after: Proved | null;
    readonly state: Uint8Array;
    readonly isNew: boolean;
    readonly isWaiting: boolean;
    readonly refused: readonly number[];
  };
  /** All that a state says, place by place, whatever of it this version knows. */
  readonly contents: (state: Uint8Array) => readonly string[];
  /** The proofs of who wrote what that stand beside the record, by name. */
  readonly proofs: (state: Uint8Array) => Proofs;
  readonly withProofs: (state: Uint8Array, proofs: Proofs) => Uint8Array;
}
