import { err, ok, type Result } from "#base/Result.ts";
import type { Mark, ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import type { RecordWrite } from "./RowStore.ts";
import { recordBytes } from "./recordBytes.ts";
import { marksFor } from "./spaces/SpaceMarks.ts";

/** A record's next state, ready to be sealed and written. */
export interface NextState {
  readonly record: JournalRecord;
  readonly state: Uint8Array;
  /** The `rev` it was worked out from; null for a new record. */
  readonly rev: number | null;
  /** Earlier states to remember, oldest first. */
  readonly remember: readonly JournalRecord[];
}

/** Another tab can win the race for a row only so often in a row. */
const mostTries = 50;

/** Seals one record's next state. */
export async function sealWrite(
  { sealer }: Pick<OpenJournal, "sealer">,
  { record, state, rev, remember }: NextState,
  view: Uint8Array = recordBytes(record),
): Promise<RecordWrite> {
  const { id } = record;
  const [document, sealedView, ...versions] = await Promise.all([
    sealer.seal("document", id, state),
    sealer.seal("view", id, view),
    ...remember.map((earlier) => sealer.seal("version", id, recordBytes(earlier))),
  ]);
  return { id, expected: rev, document, view: sealedView, versions };
}

/**
 * Works out states, seals them and writes them in one transaction; where another tab wrote one of
 * the records meanwhile, does all of it again from what is there now. Then tells the reader and the
 * other tabs. Nothing is sealed inside the transaction: it would end before the sealing does.
 */
export async function writeRecords<T>(
  journal: OpenJournal,
  workOut: () => Promise<
    Result<{ readonly next: readonly NextState[]; readonly answer: T }, ReadFailure>
  >,
  dropDraft: string | null,
): Promise<Result<{ readonly answer: T; readonly mark: Mark }, ReadFailure>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const worked = await workOut();
    if (!worked.ok) return worked;
    const { next, answer } = worked.value;
    const views = next.map(({ record }) => recordBytes(record));
    const writes = await Promise.all(next.map((one, at) => sealWrite(journal, one, views[at])));
    const committed = await journal.rows.commit(writes, dropDraft, marksFor(journal.marks, next));
    if (committed.ok) {
      const orders = committed.value;
      const through = orders.at(-1) ?? 0;
      journal.feed.wrote(
        next.map(({ record }, at) => ({
          order: orders[at] ?? through,
          id: record.id,
          view: views[at] ?? recordBytes(record),
        })),
        through,
      );
      journal.siblings.tell({ type: "written", through });
      return ok({ answer, mark: through });
    }
    if (committed.error.type !== "Conflict") return err(committed.error);
  }
  return err({ type: "StorageRefused", name: "Contended" });
}
