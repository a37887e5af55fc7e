import { createBackupFormat } from "#app/workers/vault/createBackupFormat.ts";
import { createKeyRing } from "#app/workers/vault/createKeyRing.ts";
import { createSpaces, type OpenSpaces } from "#app/workers/vault/spaces/createSpaces.ts";
import type { SpaceParts } from "#app/workers/vault/spaces/SpaceParts.ts";
import { instant } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { createSealer } from "#crypto/Sealer.ts";
import { createReplica } from "#replica/createReplica.ts";
import type { Timers, Transport } from "#sync/ports/Transport.ts";
import { createVault, type OpenedVault } from "#vault/createVault.ts";
import { noCovers, openMemoryCovers } from "../contract/storage/memoryCovers.ts";
import { emptyMemory, type MemoryRows, openMemoryRows } from "../contract/storage/memoryRows.ts";
import { onlyTab } from "../unit/vault/onlyTab.ts";
import { nodeTimers, nodeTransport } from "./nodeTransport.ts";

/** A device with a journal of its own, all real but for the disk. */
export interface TeamDevice {
  readonly opened: OpenedVault;
  readonly spaces: OpenSpaces["spaces"];
  readonly memory: MemoryRows;
  /** Every record that the device has, by id. */
  readonly records: () => Promise<ReadonlyMap<string, JournalRecord>>;
  readonly close: () => Promise<void>;
}

/** What a test may decide of a device. */
export interface DeviceOrder {
  readonly random: Random;
  readonly memory?: MemoryRows;
  readonly sealer?: Awaited<ReturnType<typeof createSealer>>;
  readonly now?: () => number;
  readonly transportTo?: (origin: string) => Transport;
  readonly timers?: Timers;
  readonly isInSight?: () => boolean;
}

const journal = "journal" as JournalId;

/** The parts of a device's spaces, over a vault in memory. */
export async function deviceParts(
  order: DeviceOrder,
): Promise<SpaceParts & { readonly memory: MemoryRows }> {
  const { random } = order;
  const memory = order.memory ?? emptyMemory();
  const sealer = order.sealer ?? (await createSealer(newJournalKey(random), journal, random));
  const clock = { now: () => instant((order.now ?? Date.now)()) };
  const opened = createVault(
    {
      id: journal,
      covers: openMemoryCovers(noCovers()),
      keys: createKeyRing(random),
      rows: openMemoryRows(memory),
      sealer,
      replica: createReplica(random),
      siblings: { tell: () => undefined, hear: () => undefined, close: () => undefined },
      clock,
      random,
      backups: createBackupFormat(),
      ...onlyTab,
    },
    { cover: { symbol: "leaf", colour: "green" }, hidden: false, unlockedAt: null },
  );
  return {
    memory,
    opened,
    clock,
    random,
    timers: order.timers ?? nodeTimers,
    transportTo: order.transportTo ?? ((origin) => nodeTransport(origin)),
    isLeading: true,
    isInSight: order.isInSight ?? (() => true),
    tellTabs: () => undefined,
  };
}

/** Opens a device. */
export async function openTeamDevice(order: DeviceOrder): Promise<TeamDevice> {
  const parts = await deviceParts(order);
  const { spaces, close } = await createSpaces(parts);
  return {
    opened: parts.opened,
    spaces,
    memory: parts.memory,
    close,
    records: async () => {
      const all = new Map<string, JournalRecord>();
      for (const id of parts.memory.documents.keys()) {
        const found = await parts.opened.vault.open(id as JournalRecord["id"]);
        if (found.ok) all.set(id, found.value.record);
      }
      return all;
    },
  };
}

/** Waits until a fact holds, looking after every change; for as long as the test may take. */
export async function until<T>(look: () => Promise<T | null | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
