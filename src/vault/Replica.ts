import type { Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

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
  /** A state (null: none) with updates from elsewhere taken in; `record` null where it is not whole, `refused` the places of what are no updates. */
  readonly absorb: (
    state: Uint8Array | null,
    updates: readonly Uint8Array[],
  ) => {
    readonly state: Uint8Array;
    readonly record: JournalRecord | null;
    readonly proofs: ReadonlyMap<string, Uint8Array>;
    readonly refused: readonly number[];
  };
  /** All that a state says, place by place, whatever of it this version knows. */
  readonly contents: (state: Uint8Array) => readonly string[];
  /** The proofs of who wrote what that stand beside the record, by name. */
  readonly proofs: (state: Uint8Array) => ReadonlyMap<string, Uint8Array>;
  readonly withProofs: (state: Uint8Array, proofs: ReadonlyMap<string, Uint8Array>) => Uint8Array;
  /** Whether `state` says everything that `other` does. */
  readonly covers: (state: Uint8Array, other: Uint8Array) => boolean;
}
