import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { openState } from "../loadRecord.ts";
import type { OpenJournal } from "../OpenJournal.ts";
import type { RecordWrite, SpaceWrites } from "../RowStore.ts";
import { recordBytes } from "../recordBytes.ts";
import { sealWrite } from "../writeRecords.ts";

/** Updates of one record, in the order in which they came. */
export interface ReceivedUpdates {
  readonly id: string;
  readonly updates: readonly { readonly bytes: Uint8Array }[];
}

/** What became of each update: kept; refused for good; or kept back until others make it whole. */
export type UpdateOutcome = "kept" | "refused" | "incomplete";

/** What became of each of a record's updates, in the order given. */
export interface ReceivedOutcome {
  readonly id: string;
  readonly outcomes: readonly UpdateOutcome[];
}

/** Signatures of who wrote what, by name. */
export type Proofs = ReadonlyMap<string, Uint8Array>;

/** A record with the proofs beside it. */
export interface Proved {
  readonly record: JournalRecord;
  readonly proofs: Proofs;
  /** All that its document says, place by place, whatever of it this version knows. */
  readonly contents: () => readonly string[];
}

/** What a space allows. */
export interface Judge {
  /** May it be in this space, where `before` has been (null: nothing)? */
  readonly mayStand: (now: Proved, before: Proved | null) => Promise<boolean>;
  /** Whether updates of such a record are judged one after another, not only what they come to. */
  readonly isStepwise: (record: JournalRecord) => boolean;
  /** The record as it is shown. */
  readonly shown: (now: Proved) => Promise<JournalRecord>;
}

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
  judge: Judge,
  alongside: (outcomes: readonly ReceivedOutcome[]) => Promise<SpaceWrites>,
): Promise<Result<readonly ReceivedOutcome[], StorageFailure>> =>
  journal.turns.take(async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const worked: Worked[] = [];
      for (const one of received) {
        const result = await workOut(journal, one, judge);
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
  judge: Judge,
): Promise<Result<Worked, StorageFailure>> {
  const row = await journal.rows.document(id);
  if (!row.ok) return row;
  const opened = row.value && (await openState(journal, id, row.value.sealed));
  const before = opened?.state ?? null;
  const { absorb, contents } = journal.replica;
  const all = updates.map(({ bytes }) => bytes);
  const outcomes: UpdateOutcome[] = updates.map(() => "kept");

  let taken = absorb(before, all);
  const there: Proved | null = opened && {
    record: opened.record,
    proofs: journal.replica.proofs(opened.state),
    contents: () => contents(opened.state),
  };
  const proved = ({ record, proofs, state }: typeof taken): Proved | null =>
    record && { record, proofs, contents: () => contents(state) };
  const stands = async (next: typeof taken, latest: Proved | null) => {
    const now = proved(next);
    return now !== null && now.record.id === id && (await judge.mayStand(now, latest));
  };
  const isStepwise = updates.length > 1 && taken.record !== null && judge.isStepwise(taken.record);
  if (isStepwise || !(await stands(taken, there))) {
    // One of them spoils it, or one is missing: each is looked at by itself.
    let latest = there;
    taken = { state: before ?? new Uint8Array(), record: null, proofs: new Map(), refused: [] };
    let state = before;
    for (const [at, { bytes }] of updates.entries()) {
      const next = absorb(state, [bytes]);
      if (await stands(next, latest)) {
        state = next.state;
        taken = next;
        latest = proved(next);
      } else
        outcomes[at] = next.refused.length > 0 || next.record !== null ? "refused" : "incomplete";
    }
  } else for (const at of taken.refused) outcomes[at] = "refused";

  const { record, proofs, state } = taken;
  const isNew = before === null || !journal.replica.covers(before, state);
  if (record === null || !outcomes.includes("kept")) {
    return ok({ write: null, record: null, view: null, outcome: { id, outcomes } });
  }
  const outcome = { id, outcomes };
  if (!isNew) return ok({ write: null, record, view: null, outcome });
  const shown = await judge.shown({ record, proofs, contents: () => contents(state) });
  const view = recordBytes(shown);
  const remember =
    there !== null && worthRemembering(there.record, record) ? [await judge.shown(there)] : [];
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
