import type { Result } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** Records as documents that merge. A state is all of a document, as opaque bytes. */
export interface Replica {
  readonly begin: (record: JournalRecord) => Uint8Array;
  /** The state in which somebody who saw `state` wrote `next`. */
  readonly revise: (state: Uint8Array, next: JournalRecord) => Result<Uint8Array, unknown>;
  readonly merge: (one: Uint8Array, other: Uint8Array) => Result<Uint8Array, unknown>;
  readonly read: (state: Uint8Array) => Result<JournalRecord, unknown>;
}
