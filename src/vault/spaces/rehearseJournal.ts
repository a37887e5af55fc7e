import { ok, type Result } from "#base/Result.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { loadRecord } from "../loadRecord.ts";
import type { OpenJournal } from "../OpenJournal.ts";
import type { Proved, Replica } from "../Replica.ts";
import { createTurns } from "../Turns.ts";
import { type ReceivedUpdates, receiveRecords } from "./receiveRecords.ts";
import { spaceOf } from "./SpaceMarks.ts";

/** How what a rehearsal came to differs from what the journal has of a space. */
export interface Compared {
  /** Records of which something is missing there. */
  readonly lacks: readonly string[];
  /** Records that are missing there and lie in the bin here. */
  readonly forgone: readonly string[];
  /** Records that say more there. */
  readonly more: readonly ReceivedUpdates[];
  /** Whether a record does not open here, so that nothing can be said of it. */
  readonly isPartial: boolean;
}

/** What a journal that begins with nothing would make of a space: in memory, nothing of it is kept. */
export interface RehearsedJournal {
  /** As the journal itself receives; what goes alongside is let go. */
  readonly receive: (
    ...received: Parameters<typeof receiveRecords> extends [unknown, ...infer Rest] ? Rest : never
  ) => ReturnType<typeof receiveRecords>;
  /** Compares the records of these ids, and whatever else came in. */
  readonly compare: (ids: readonly string[]) => Promise<Result<Compared, ReadFailure>>;
  /**
   * Whether a record, here or in what came in, says all of these updates already. Also where it is not
   * there and the space is this person's own: it may have been removed for good. And where it does not
   * open here, which `compare` says.
   */
  readonly saysAll: (
    where: "here" | "there",
    updates: ReceivedUpdates,
  ) => Promise<Result<boolean, ReadFailure>>;
}

/** Whether a person's own record lies in the bin. */
const isBinned = (record: JournalRecord): boolean =>
  !("space" in record) && "deletedAt" in record && record.deletedAt !== null;

/** Rows that stand in memory as they are: there is nothing to seal them from. */
function inMemory(journal: OpenJournal, states: Map<string, Uint8Array>): OpenJournal {
  return {
    ...journal,
    turns: createTurns(),
    rows: {
      ...journal.rows,
      documents: async (ids) =>
        ok(
          ids.map((id) => {
            const sealed = states.get(id);
            return sealed === undefined ? null : { id, rev: 1, sealed };
          }),
        ),
      commit: async (writes) => {
        for (const { id, document } of writes) states.set(id, document);
        return ok([]);
      },
    },
    sealer: {
      ...journal.sealer,
      seal: async (_kind, _id, plain) => plain,
      open: async (_kind, _id, sealed) => ok(sealed),
    },
  };
}

/**
 * How `there` stands to `here`. Yjs takes a change that it has by its number alone: what is told otherwise
 * under the same numbers shows only once each has the other's changes.
 */
function compareStates({ absorb }: Replica, here: Uint8Array, there: Uint8Array) {
  const sayings = (said: Proved | null) =>
    said &&
    JSON.stringify([
      said.contents(),
      [...said.proofs].map(([name, proof]) => [name, ...proof].join()).sort(),
    ]);
  const [back, onwards] = [absorb(there, [here]), absorb(here, [there])];
  if (back.isNew || sayings(back.after) !== sayings(onwards.after)) return "lacks";
  return onwards.isNew ? "more" : "same";
}

/** Rehearses what somebody who joins `space` now would come to have. */
export function rehearseJournal(journal: OpenJournal, space: string): RehearsedJournal {
  const states = new Map<string, Uint8Array>();
  const rehearsed = inMemory(journal, states);
  return {
    receive: (...received) => receiveRecords(rehearsed, ...received),
    compare: async (ids) => {
      const lacks: string[] = [];
      const forgone: string[] = [];
      const more: ReceivedUpdates[] = [];
      let isPartial = false;
      for (const id of ids) {
        const loaded = await loadRecord(journal, id);
        if (!loaded.ok) {
          if (loaded.error.type !== "NotFound" && loaded.error.type !== "Unreadable") return loaded;
          // What is gone for good here is not brought back.
          isPartial ||= loaded.error.type === "Unreadable";
          continue;
        }
        const { record, state, begunAgain } = loaded.value;
        if (spaceOf(journal.marks, record) !== space) continue;
        if (begunAgain) {
          isPartial = true;
          continue;
        }
        const there = states.get(id);
        if (there === undefined) {
          (isBinned(record) ? forgone : lacks).push(id);
          continue;
        }
        const compared = compareStates(journal.replica, state, there);
        if (compared === "lacks") lacks.push(id);
        if (compared === "more") more.push({ id, updates: [{ bytes: there }] });
      }
      const compared = new Set(ids);
      for (const [id, bytes] of states) {
        if (compared.has(id)) continue;
        // It may be gone for good here: what lies in the bin elsewhere is not brought back.
        const read = journal.replica.read(bytes);
        if (!read.ok || !isBinned(read.value)) more.push({ id, updates: [{ bytes }] });
      }
      return ok({ lacks, forgone, more, isPartial });
    },
    saysAll: async (where, { id, updates }) => {
      const loaded = where === "here" ? await loadRecord(journal, id) : null;
      if (loaded?.ok === false && loaded.error.type === "Unreadable") return ok(true);
      if (loaded?.ok === false && loaded.error.type !== "NotFound") return loaded;
      const state = loaded?.ok ? loaded.value.state : states.get(id);
      if (loaded?.ok === false || state === undefined) return ok(journal.marks.own === space);
      if (loaded?.ok && loaded.value.begunAgain) return ok(true);
      const all = updates.map(({ bytes }) => bytes);
      const { isNew, isWaiting, refused } = journal.replica.absorb(state, all);
      return ok(!isNew && !isWaiting && refused.length === 0);
    },
  };
}
