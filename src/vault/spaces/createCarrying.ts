import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { isTakenBack } from "#core/space/isTakenBack.ts";
import { openView } from "../loadRecord.ts";
import type { OpenJournal } from "../OpenJournal.ts";
import type { SpaceRow } from "../RowStore.ts";
import { type Prove, proveRecord } from "./proveRecord.ts";
import { type Judge, receiveRecords } from "./receiveRecords.ts";
import { type RehearsedJournal, rehearseJournal } from "./rehearseJournal.ts";
import { type SpaceMarks, spaceOf, unsentMark } from "./SpaceMarks.ts";

/** What an open journal offers to whatever carries its records to other devices. */
export interface Carrying {
  readonly marks: SpaceMarks;
  readonly rows: Pick<OpenJournal["rows"], "spaceRows" | "writeSpace" | "forgetSpace">;
  /** Rows of spaces are sealed with the journal's key, like all others. */
  readonly sealer: OpenJournal["sealer"];
  readonly learn: OpenJournal["replica"]["learn"];
  readonly receive: (
    received: Parameters<typeof receiveRecords>[1],
    judge: Judge,
    alongside: Parameters<typeof receiveRecords>[3],
  ) => ReturnType<typeof receiveRecords>;
  /**
   * What this record says beyond what is known elsewhere; null where it does not belong into this
   * space, or there is nothing to say. `known`: what will be known once it was sent. The proofs that
   * `prove` finds missing are put beside it first.
   */
  readonly difference: (
    space: string,
    id: string,
    known: Uint8Array | null,
    prove: Prove,
  ) => Promise<
    Result<
      {
        readonly update: Uint8Array;
        readonly known: Uint8Array;
        readonly isTakenBack: boolean;
      } | null,
      ReadFailure
    >
  >;
  readonly rehearse: (space: string) => RehearsedJournal;
  /** Every record that belongs into this space, by id. */
  readonly recordsOf: (space: string) => Promise<Result<readonly JournalRecord[], StorageFailure>>;
  /** Every record of a team that is kept here, whether it may still be sent or not. */
  readonly recordsKeptFrom: (
    team: string,
  ) => Promise<Result<readonly JournalRecord[], StorageFailure>>;
  /** Marks every record of the space as unsent; what was written here since it was sent keeps its mark. */
  readonly markAll: (space: string) => Promise<Result<null, StorageFailure>>;
  /** Called after every write of this tab. */
  readonly onWrite: (listener: () => void) => void;
}

const pageSize = 500;

/** The carrying side of an open journal. */
export function createCarrying(
  journal: OpenJournal,
  onWrite: (listener: () => void) => void,
): Carrying {
  const recordsWhere = async (
    belongs: (record: JournalRecord) => boolean,
  ): Promise<Result<readonly JournalRecord[], StorageFailure>> => {
    const found: JournalRecord[] = [];
    for (let after = 0; ; ) {
      const page = await journal.rows.views(after, Number.POSITIVE_INFINITY, pageSize);
      if (!page.ok) return page;
      const opened = await Promise.all(
        page.value.map(({ id, sealed }) => openView(journal.sealer, id, sealed)),
      );
      for (const record of opened) {
        if (record !== null && belongs(record)) found.push(record);
      }
      const last = page.value.at(-1);
      if (last === undefined) return ok(found);
      after = last.order;
    }
  };
  const recordsOf: Carrying["recordsOf"] = (space) =>
    recordsWhere((record) => spaceOf(journal.marks, record) === space);

  return {
    marks: journal.marks,
    rows: journal.rows,
    sealer: journal.sealer,
    learn: journal.replica.learn,
    onWrite,
    recordsOf,
    recordsKeptFrom: (team) => recordsWhere((record) => "space" in record && record.space === team),
    receive: (received, judge, alongside) => receiveRecords(journal, received, judge, alongside),
    difference: async (space, id, known, prove) => {
      const loaded = await proveRecord(journal, id, prove);
      if (!loaded.ok) return loaded;
      const { record, state } = loaded.value;
      if (spaceOf(journal.marks, record) !== space) return ok(null);
      const { update, known: then } = journal.replica.difference(state, known);
      return ok(update && { update, known: then, isTakenBack: isTakenBack(record) });
    },
    rehearse: (space) => rehearseJournal(journal, space),
    markAll: async (space) => {
      const records = await recordsOf(space);
      if (!records.ok) return records;
      // In one turn: a mark of 0 never takes the place of that of a write.
      return journal.turns.take(async () => {
        const marked = await journal.rows.spaceRows(space, "unsent");
        if (!marked.ok) return marked;
        const written = new Set(marked.value.map(({ key }) => key));
        const put: SpaceRow[] = records.value
          .filter(({ id }) => !written.has(id))
          .map(({ id }) => unsentMark(space, id, 0));
        return journal.rows.writeSpace({ put, drop: [] });
      });
    },
  };
}
