import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { openState } from "../loadRecord.ts";
import type { OpenJournal } from "../OpenJournal.ts";
import type { RecordWrite, SpaceWrites } from "../RowStore.ts";
import { recordBytes } from "../recordBytes.ts";
import { sealWrite } from "../writeRecords.ts";

/** Updates of one record, in the order in which they came. `by`: the device that signed each. */
export interface ReceivedUpdates {
  readonly id: string;
  readonly updates: readonly { readonly by: string; readonly bytes: Uint8Array }[];
}

/** What became of each update: kept; refused for good; or kept back until others make it whole. */
export type UpdateOutcome = "kept" | "refused" | "incomplete";

/** What became of each of a record's updates, in the order given. */
export interface ReceivedOutcome {
  readonly id: string;
  readonly outcomes: readonly UpdateOutcome[];
}

/** May `record` be in this space, written by `by`, where `before` has been (null: nothing)? */
export type MayStand = (record: JournalRecord, by: string, before: JournalRecord | null) => boolean;

interface Worked {
  readonly write: RecordWrite | null;
  readonly record: JournalRecord | null;
  readonly view: Uint8Array | null;
  readonly outcome: ReceivedOutcome;
}

/** Another tab can win the race for a row only so often in a row. */
const mostTries = 50;

/**
 * Takes in what others wrote: each record's updates are merged on a copy, parsed, and only then kept,
 * all in one transaction with what `alongside` makes of the outcome (where the space has got to).
 * Readers and other tabs are told as of any write.
 */
export const receiveRecords = (
  journal: OpenJournal,
  received: readonly ReceivedUpdates[],
  mayStand: MayStand,
  alongside: (outcomes: readonly ReceivedOutcome[]) => Promise<SpaceWrites>,
): Promise<Result<readonly ReceivedOutcome[], StorageFailure>> =>
  journal.turns.take(async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const worked: Worked[] = [];
      for (const one of received) {
        const result = await workOut(journal, one, mayStand);
        if (!result.ok) return result;
        worked.push(result.value);
      }
      const outcomes = worked.map(({ outcome }) => outcome);
      const writes = worked.map(({ write }) => write).filter((write) => write !== null);
      const change = await alongside(outcomes);
      const committed = await journal.rows.commit(writes, null, change);
      if (committed.ok) {
        tell(journal, worked, committed.value);
        return ok(outcomes);
      }
      if (committed.error.type !== "Conflict") return err(committed.error);
    }
    return err({ type: "StorageRefused", name: "Contended" });
  });

function tell(journal: OpenJournal, worked: readonly Worked[], orders: readonly number[]): void {
  const written = worked.filter(({ write }) => write !== null);
  const through = orders.at(-1);
  if (through === undefined) return;
  const views = written.flatMap(({ record, view }, at) =>
    record === null || view === null ? [] : [{ order: orders[at] ?? through, id: record.id, view }],
  );
  journal.feed.wrote(views, through);
  journal.siblings.tell({ type: "written", through });
}

async function workOut(
  journal: OpenJournal,
  { id, updates }: ReceivedUpdates,
  mayStand: MayStand,
): Promise<Result<Worked, StorageFailure>> {
  const row = await journal.rows.document(id);
  if (!row.ok) return row;
  const opened = row.value && (await openState(journal, id, row.value.sealed));
  const before = opened?.state ?? null;
  const { absorb } = journal.replica;
  const all = updates.map(({ bytes }) => bytes);
  const outcomes: UpdateOutcome[] = updates.map(() => "kept");

  let taken = absorb(before, all);
  const there = opened?.record ?? null;
  const stands = (record: JournalRecord | null, by: readonly string[]) =>
    record !== null && record.id === id && by.every((author) => mayStand(record, author, there));
  if (
    !stands(
      taken.record,
      updates.map(({ by }) => by),
    )
  ) {
    // One of them spoils it, or one is missing: each is looked at by itself.
    taken = { state: before ?? new Uint8Array(), record: null, refused: [] };
    let state = before;
    for (const [at, { by, bytes }] of updates.entries()) {
      const next = absorb(state, [bytes]);
      if (stands(next.record, [by])) {
        state = next.state;
        taken = next;
      } else
        outcomes[at] = next.refused.length > 0 || next.record !== null ? "refused" : "incomplete";
    }
  } else for (const at of taken.refused) outcomes[at] = "refused";

  const { record, state } = taken;
  const isNew = before === null || !journal.replica.covers(before, state);
  if (record === null || !outcomes.includes("kept")) {
    return ok({ write: null, record: null, view: null, outcome: { id, outcomes } });
  }
  const outcome = { id, outcomes };
  if (!isNew) return ok({ write: null, record, view: null, outcome });
  const view = recordBytes(record);
  const remember =
    opened !== null && worthRemembering(opened.record, record) ? [opened.record] : [];
  const write = await sealWrite(
    journal,
    { record, state, rev: row.value?.rev ?? null, remember },
    view,
  );
  return ok({ write, record, view, outcome });
}

/** Somebody else wrote on it: what was there before is kept in the history, under who wrote that. */
const worthRemembering = (before: JournalRecord, after: JournalRecord): boolean =>
  before.kind === "shared-proposal" &&
  after.kind === "shared-proposal" &&
  before.editedBy !== after.editedBy;
