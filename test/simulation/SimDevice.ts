import { createSpaceCrypto } from "#app/workers/vault/spaces/createSpaceCrypto.ts";
import { createSpaceStore } from "#app/workers/vault/spaces/createSpaceStore.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { ok } from "#base/Result.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Comment } from "#core/space/SharedRecord.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { createSealer } from "#crypto/Sealer.ts";
import { fromJsonBytes } from "#sync/bytesJson.ts";
import { exchangeSpace } from "#sync/exchangeSpace.ts";
import { openSpace } from "#sync/openSpace.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { type SpaceContext, type SyncTools, stateRow } from "#sync/SpaceContext.ts";
import { type SpaceState, spaceStateSchema } from "#sync/SpaceState.ts";
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
  /** Writes a word at the end of a record, making the record where it is not there. */
  readonly write: (record: string, word: string) => Promise<void>;
  readonly text: (record: string) => Promise<string | null>;
  /** Everything of the space, as one comparable text. */
  readonly content: () => Promise<string>;
}

/** Makes a device. Its clock is `now`; it reaches its server by `transport`. */
export async function makeSimDevice(
  name: string,
  random: Random,
  now: () => number,
  transport: Transport,
): Promise<SimDevice> {
  const memory = emptyMemory();
  const sealer = await createSealer(newJournalKey(random), "journal", random);
  const crypto = createSpaceCrypto(random);

  const boot = async () => {
    const parts = await deviceParts({ random, memory, sealer, now });
    const { carrying } = parts.opened;
    const store = createSpaceStore(
      carrying,
      () => "team",
      async () => ok(null),
    );
    const tools: SyncTools = { crypto, store, clock: parts.clock, random };
    const rows = await store.rows("", "state");
    const [row] = rows.ok ? rows.value : [];
    const state = row === undefined ? null : fromJsonBytes(spaceStateSchema, row.bytes);
    const opened = state === null ? null : await openSpace(tools, state, transport);
    if (opened !== null && !opened.ok) throw new Error("a space does not open again");
    const space = opened?.value ?? null;
    if (space !== null) carrying.marks.teams.add(space.id);
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
    write: async (record, word) => {
      const { vault } = running.parts.opened;
      const id = record as SharedId;
      const by = device.space().me as MemberId;
      const before = await vault.open(id);
      const there = before.ok && before.value.record.kind === "comment" ? before.value : null;
      const at = running.parts.clock.now();
      const fresh: Comment = {
        kind: "comment",
        id,
        space: device.space().id as SpaceId,
        by,
        about: "about" as SharedId,
        replyTo: null,
        text: "",
        createdAt: at,
        editedAt: at,
        editedBy: by,
        deletedAt: null,
      };
      const now_ = there?.record.kind === "comment" ? there.record : fresh;
      const next = { ...now_, text: `${now_.text} ${word}`, editedBy: by };
      const saved = await vault.save([{ basis: there?.basis ?? null, next }]);
      if (!saved.ok) throw new Error("a word was not kept");
    },
    text: async (record) => {
      const found = await running.parts.opened.vault.open(record as JournalRecord["id"]);
      return found.ok && found.value.record.kind === "comment" ? found.value.record.text : null;
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

/** A fresh id for a record. */
export const freshRecord = (random: Random): string => newId(random);
