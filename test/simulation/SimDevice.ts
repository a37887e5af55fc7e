import { createSpaceCrypto } from "#app/workers/vault/spaces/createSpaceCrypto.ts";
import { createSpaceStore } from "#app/workers/vault/spaces/createSpaceStore.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { ok } from "#base/Result.ts";
import type { ProposalId } from "#core/identifiers.ts";
import type { Vault } from "#core/journal/Vault.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Excerpt } from "#core/space/SharedProposal.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import { shareProposal, withdrawProposal } from "#core/space/shareProposal.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { createSealer } from "#crypto/Sealer.ts";
import { fromJsonBytes } from "#sync/bytesJson.ts";
import { exchangeSpace } from "#sync/exchangeSpace.ts";
import { openSpace } from "#sync/openSpace.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import {
  type Compaction,
  type SpaceContext,
  type SyncTools,
  stateRow,
} from "#sync/SpaceContext.ts";
import { type SpaceState, spaceStateSchema } from "#sync/SpaceState.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import type { Judge } from "#vault/spaces/receiveRecords.ts";
import { unsentMark } from "#vault/spaces/SpaceMarks.ts";
import { idText } from "#wire/idText.ts";
import { emptyMemory } from "../contract/storage/memoryRows.ts";
import { deviceParts } from "./openTeamDevice.ts";

/** A device of the fleet: the real vault, crypto and engine over a disk in memory. */
export interface SimDevice {
  readonly name: string;
  readonly tools: () => SyncTools;
  readonly space: () => SpaceContext;
  /** Keeps a space's first state and opens it. */
  readonly enter: (state: SpaceState) => Promise<void>;
  /** The tab is killed; what is on the disk is opened again. */
  readonly kill: () => Promise<void>;
  readonly exchange: () => ReturnType<typeof exchangeSpace>;
  /** Writes a word at the end of a record, making the record where it is not there: a remark, or a proposal that all write on. */
  readonly write: (record: string, word: string, kind: "remark" | "proposal") => Promise<void>;
  /** Writes a remark as if a colleague had written it. */
  readonly forge: (record: string, word: string, victim: string) => Promise<void>;
  /** What the device's vault offers to its screens. */
  readonly vault: () => Vault;
  /** Takes an update into its own vault without any check and marks it unsent, as a changed app might. */
  readonly cheat: (record: string, update: Uint8Array) => Promise<void>;
  /** Withdraws a proposal that this device shared. */
  readonly withdraw: (record: string) => Promise<void>;
  /** Bits turn on the disk: this record opens no more. */
  readonly spoil: (record: string) => void;
  /** The same for what it has noted that others know. Gives in how many rows that stood. */
  readonly spoilKnown: () => number;
  readonly text: (record: string) => Promise<string | null>;
  /** Everything of the space, as one comparable text. */
  readonly content: () => Promise<string>;
}

/**
 * Makes a device. Its clock is `now`; it reaches its server by `transport`. `weaken` takes a check out
 * of its cryptography, for controls that must fail.
 */
export async function makeSimDevice(
  name: string,
  random: Random,
  now: () => number,
  transport: Transport,
  weaken: (crypto: SpaceCrypto) => SpaceCrypto = (crypto) => crypto,
  compaction: Compaction = usualCompaction,
): Promise<SimDevice> {
  const memory = emptyMemory();
  const sealer = await createSealer(newJournalKey(random), "journal", random);
  const crypto = weaken(createSpaceCrypto(random));

  const boot = async () => {
    const parts = await deviceParts({ random, memory, sealer, now });
    const { carrying } = parts.opened;
    const store = createSpaceStore(
      carrying,
      () => running.space?.state.kind ?? "team",
      {
        welcome: async () => ok(null),
        takeVoices: async () => ok([]),
        voicePage: async () => null,
        answerBox: async () => null,
      },
      crypto,
    );
    const tools: SyncTools = { crypto, store, clock: parts.clock, random, compaction };
    const rows = await store.rows("", "state");
    const [row] = rows.ok ? rows.value : [];
    const state = row === undefined ? null : fromJsonBytes(spaceStateSchema, row.bytes);
    if (state?.kind === "team") carrying.marks.teams.add(idText(state.space));
    if (state?.kind === "own") carrying.marks.own = idText(state.space);
    const opened = state === null ? null : await openSpace(tools, state, transport);
    if (opened !== null && !opened.ok) throw new Error("a space does not open again");
    const space = opened?.value ?? null;
    return { parts, tools, space };
  };
  let running = await boot();

  const device: SimDevice = {
    name,
    tools: () => running.tools,
    space: () => {
      if (running.space === null) throw new Error(`${name} is in no space`);
      return running.space;
    },
    enter: async (state) => {
      const id = Buffer.from(state.space).toString("base64url");
      await running.tools.store.write({ put: [stateRow({ id, state })], drop: [] });
      running = await boot();
    },
    kill: async () => {
      running = await boot();
    },
    exchange: () => exchangeSpace(device.space()),
    write: async (record, word, kind) => {
      const { vault } = running.parts.opened;
      const id = record as SharedId;
      const by = device.space().me as MemberId;
      const space = device.space().id as SpaceId;
      const before = await vault.open(id);
      const there = before.ok ? before.value : null;
      const now = running.parts.clock.now();
      const fresh =
        kind === "remark"
          ? writeComment({ id, space, by, now, text: word }, "about" as SharedId, null)
          : shareProposal(
              {
                ...blankProposal(record as string as ProposalId, now),
                problem: { text: word, quotes: [] },
              },
              { id, space, by, now, excerpts: [excerptOf(record, word, by, now)] },
            );
      const next = there === null ? fresh : written(there.record, word, by);
      const saved = await vault.save([{ basis: there?.basis ?? null, next }]);
      if (!saved.ok) throw new Error("a word was not kept");
    },
    forge: async (record, word, victim) => {
      const { vault } = running.parts.opened;
      const id = record as SharedId;
      const space = device.space().id as SpaceId;
      const now = running.parts.clock.now();
      const saying = { id, space, by: victim as MemberId, now, text: word };
      const next = writeComment(saying, "about" as SharedId, null);
      await vault.save([{ basis: null, next }]);
    },
    vault: () => running.parts.opened.vault,
    cheat: async (record, bytes) => {
      const anything: Judge = {
        mayStand: async () => true,
        isStepwise: () => false,
        isNewer: () => false,
        shown: async ({ record: said }) => said,
      };
      const mark = unsentMark(device.space().id, record, 0);
      const { carrying } = running.parts.opened;
      const kept = await carrying.receive(
        [{ id: record, updates: [{ bytes }] }],
        anything,
        async () => ({ put: [mark], drop: [] }),
      );
      if (!kept.ok) throw new Error("what was forged was not kept");
    },
    withdraw: async (record) => {
      const { vault } = running.parts.opened;
      const opened = await vault.open(record as SharedId);
      const found = opened.ok ? opened.value : null;
      if (found?.record.kind !== "shared-proposal") throw new Error("nothing to withdraw");
      const by = device.space().me as MemberId;
      const next = withdrawProposal(found.record, by, running.parts.clock.now());
      const saved = await vault.save([{ basis: found.basis, next }]);
      if (!saved.ok) throw new Error("it was not withdrawn");
    },
    spoil: (record) => {
      const [document, view] = [memory.documents.get(record), memory.views.get(record)];
      if (document === undefined || view === undefined) throw new Error("nothing to spoil");
      memory.documents.set(record, { ...document, sealed: document.sealed.slice(1) });
      memory.views.set(record, { ...view, sealed: view.sealed.slice(1) });
    },
    spoilKnown: () => {
      const known = [...memory.spaceRows].filter(([, { part }]) => part === "known");
      for (const [name, row] of known) {
        memory.spaceRows.set(name, { ...row, sealed: row.sealed.slice(1) });
      }
      return known.length;
    },
    text: async (record) => {
      const found = await running.parts.opened.vault.open(record as JournalRecord["id"]);
      return found.ok ? wordsOf(found.value.record) : null;
    },
    content: async () => {
      const all: [string, unknown][] = [];
      for (const id of [...memory.documents.keys()].sort()) {
        const found = await running.parts.opened.vault.open(id as JournalRecord["id"]);
        all.push([id, found.ok ? found.value.record : null]);
      }
      return JSON.stringify(all);
    },
  };
  return device;
}

const excerptOf = (
  record: string,
  text: string,
  by: MemberId,
  happenedAt: Excerpt["happenedAt"],
): Excerpt => ({ id: `${record}e`, under: "problem", text, happenedAt, by });

const wordsOf = (record: JournalRecord): string | null =>
  record.kind === "comment"
    ? record.text
    : record.kind === "shared-proposal"
      ? record.problem
      : null;

/** The record with one more word; who writes on a proposal becomes one of its authors. */
function written(record: JournalRecord, word: string, by: MemberId): JournalRecord {
  if (record.kind === "comment") return { ...record, text: `${record.text} ${word}` };
  if (record.kind !== "shared-proposal") throw new Error("not written here");
  const authors = [...new Set([...record.authors, by])];
  return { ...record, problem: `${record.problem} ${word}`, authors, editedBy: by };
}

/** A fresh id for a record. */
export const freshRecord = (random: Random): string => newId(random);
