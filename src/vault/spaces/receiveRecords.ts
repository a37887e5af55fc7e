import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { isTakenBack } from "#core/space/isTakenBack.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { writtenApart } from "#core/space/writtenApart.ts";
import type { OpenJournal } from "../OpenJournal.ts";
import type { Proved, Replica } from "../Replica.ts";
import type { RecordWrite, SpaceWrites, StoredDocument } from "../RowStore.ts";
import { recordBytes } from "../recordBytes.ts";
import { sealWrite } from "../writeRecords.ts";

/** Updates of one record, in the order in which they came. */
export interface ReceivedUpdates {
  readonly id: string;
  readonly updates: readonly { readonly bytes: Uint8Array }[];
}

/** What became of each update: kept; refused for good; refused as of a later version; or kept back until others make it whole. */
export type UpdateOutcome = "kept" | "refused" | "newer" | "incomplete";

/** What became of each of a record's updates, in the order given. */
export interface ReceivedOutcome {
  readonly id: string;
  readonly outcomes: readonly UpdateOutcome[];
  /** Its words were taken back by these updates. */
  readonly isTakenBack: boolean;
}

/** What a space allows. */
export interface Judge {
  /** May it be in this space, where `before` has been (null: nothing)? */
  readonly mayStand: (now: Proved, before: Proved | null) => Promise<boolean>;
  /** Whether updates of such a record are judged one after another, not only what they come to. */
  readonly isStepwise: (record: JournalRecord) => boolean;
  /** Whether what may not stand is proved in a way that only a later version knows. */
  readonly isNewer: (now: Proved) => boolean;
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
 * Records worked on at once: while one waits for a signature the next is merged. More would only keep
 * more documents in memory, which costs as much as reading them.
 */
const atOnce = 8;

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
      const rows = await journal.rows.documents(received.map(({ id }) => id));
      if (!rows.ok) return rows;
      const worked: Worked[] = [];
      const waiting = received.entries();
      const workOn = async () => {
        for (const [at, one] of waiting)
          worked[at] = await workOut(journal, rows.value[at] ?? null, one, judge);
      };
      await Promise.all(Array.from({ length: atOnce }, workOn));
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

type Absorbed = ReturnType<Replica["absorb"]>;

async function workOut(
  journal: OpenJournal,
  row: StoredDocument | null,
  { id, updates }: ReceivedUpdates,
  judge: Judge,
): Promise<Worked> {
  const opened = row && (await journal.sealer.open("document", id, row.sealed));
  const stored = opened?.ok ? opened.value : null;
  const all = updates.map(({ bytes }) => bytes);
  const stands = async ({ after, isWaiting }: Absorbed, before: Proved | null) =>
    !isWaiting && after !== null && after.record.id === id && (await judge.mayStand(after, before));

  const together = journal.replica.absorb(stored, all);
  const { before, after: whole } = together;
  const isStepwise = all.length > 1 && whole !== null && judge.isStepwise(whole.record);
  const isFine = !isStepwise && (await stands(together, before));
  // Where one of them spoils it, or one is missing, each is looked at by itself.
  const { taken, outcomes } = isFine
    ? { taken: together, outcomes: outcomesOf(all, together) }
    : await oneByOne(journal.replica, before && stored, all, stands, judge.isNewer);

  const { after, state, isNew } = taken;
  if (after === null || !outcomes.includes("kept")) {
    const outcome = { id, outcomes, isTakenBack: false };
    return { write: null, record: null, view: null, outcome };
  }
  const { record } = after;
  const wasTakenBack = before !== null && isTakenBack(before.record);
  const outcome = { id, outcomes, isTakenBack: isTakenBack(record) && !wasTakenBack };
  if (!isNew) return { write: null, record, view: null, outcome };
  const view = recordBytes(await judge.shown(after));
  const remember =
    before !== null && worthRemembering(before.record, record) ? [await judge.shown(before)] : [];
  const next = { record, state, rev: row?.rev ?? null, remember };
  return { write: await sealWrite(journal, next, view), record, view, outcome };
}

const outcomesOf = (updates: readonly unknown[], { refused }: Absorbed): UpdateOutcome[] =>
  updates.map((_, at) => (refused.includes(at) ? "refused" : "kept"));

/** Takes in those updates after which the record still stands, one after another. */
async function oneByOne(
  { absorb }: Replica,
  stored: Uint8Array | null,
  updates: readonly Uint8Array[],
  stands: (next: Absorbed, before: Proved | null) => Promise<boolean>,
  isNewer: Judge["isNewer"],
): Promise<{ readonly taken: Absorbed; readonly outcomes: readonly UpdateOutcome[] }> {
  let taken = absorb(stored, []);
  const outcomes: UpdateOutcome[] = [];
  for (const update of updates) {
    const next = absorb(taken.state, [update]);
    if (await stands(next, taken.after)) {
      taken = { ...next, isNew: taken.isNew || next.isNew };
      outcomes.push("kept");
    } else {
      const said = next.isWaiting ? null : next.after;
      if (next.refused.length > 0) outcomes.push("refused");
      else if (said === null) outcomes.push("incomplete");
      else outcomes.push(isNewer(said) ? "newer" : "refused");
    }
  }
  return { taken, outcomes };
}

/**
 * Somebody else wrote on it, or two wrote apart, or that was settled: what was there before is kept in
 * the history, under who wrote that, with both versions where it had them.
 */
const worthRemembering = (before: JournalRecord, after: JournalRecord): boolean =>
  before.kind === "shared-proposal" &&
  after.kind === "shared-proposal" &&
  (before.editedBy !== after.editedBy || apartIn(before) !== apartIn(after));

const apartIn = ({ rewritings }: SharedProposal): string =>
  writtenApart(rewritings, [])
    .map(({ part, sentences }) => [part, ...sentences.toSorted()].join(" "))
    .sort()
    .join("\n");
