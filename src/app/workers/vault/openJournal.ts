import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { createReplica } from "#replica/createReplica.ts";
import { openRows } from "#storage/openRows.ts";
import type { CoverStore } from "#vault/CoverStore.ts";
import type { Unlocked } from "#vault/createDoor.ts";
import { createVault, type OpenedVault } from "#vault/createVault.ts";
import type { KeyRing } from "#vault/KeyRing.ts";
import { createSiblings } from "./createSiblings.ts";

/** What an unlocked journal takes over from the door. */
export interface DoorTools {
  readonly covers: CoverStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly random: Random;
}

/** Joins storage, crypto and replica to an open journal's vault. Loaded on unlock: Yjs is not needed before. */
export async function openJournal(
  { id, sealer, inside }: Unlocked,
  tools: DoorTools,
): Promise<Result<OpenedVault, StorageFailure>> {
  const rows = await openRows(id);
  if (!rows.ok) return rows;
  const replica = createReplica(tools.random);
  const siblings = createSiblings(id);
  return ok(createVault({ ...tools, id, rows: rows.value, sealer, replica, siblings }, inside));
}
