import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import type { PrivateRecord } from "#core/record/PrivateRecord.ts";
import type { SpaceId } from "#core/space/identifiers.ts";

/** A record of a team space, written by a member or received. */
export type SpaceRecord = Exclude<JournalRecord, PrivateRecord>;

/** The records of all team spaces in memory. */
export class SharedShelf {
  readonly #records = new Map<RecordId, SpaceRecord>();

  put(record: SpaceRecord): void {
    this.#records.set(record.id, record);
  }

  /** Forgets a record; gives what it was, null where it was not here. */
  take(id: RecordId): SpaceRecord | null {
    const found = this.#records.get(id) ?? null;
    this.#records.delete(id);
    return found;
  }

  /** Those of one space, deleted ones too. */
  of(space: SpaceId): readonly SpaceRecord[] {
    return [...this.#records.values()].filter((record) => record.space === space);
  }
}
