import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { createReplica } from "#replica/createReplica.ts";
import { openRows } from "#storage/openRows.ts";
import type { BackupFormat } from "#vault/BackupFormat.ts";
import type { CoverStore } from "#vault/CoverStore.ts";
import { createVault, type OpenedVault } from "#vault/createVault.ts";
import type { Unlocked } from "#vault/DoorParts.ts";
import type { KeyHolders } from "#vault/KeyHolders.ts";
import type { KeyRing } from "#vault/KeyRing.ts";
import type { RowStore } from "#vault/RowStore.ts";
import type { SpaceMarks } from "#vault/spaces/SpaceMarks.ts";
import { createLeadership } from "./createLeadership.ts";
import { createSiblings } from "./createSiblings.ts";
import { createSpacesHost, type SpacesHost } from "./spaces/createSpacesHost.ts";
import { webTimers, webTransport } from "./spaces/webTransport.ts";

/** The stamps of rows of spaces that carry something: see `stateRow` in sync. */
const ownSpace = 1;
const teamSpace = 2;

/** What an unlocked journal takes over from the door. */
export interface DoorTools {
  readonly covers: CoverStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly random: Random;
  readonly backups: BackupFormat;
  readonly holders: KeyHolders;
}

/** An open journal's vault, and its spaces. */
export interface OpenedJournal extends OpenedVault {
  readonly host: SpacesHost;
}

/** What is written from now on is marked for the spaces that are open or asked for, which their rows tell unopened. */
async function markSpaces(marks: SpaceMarks, read: RowStore["spaceRows"]): Promise<void> {
  const listed = await read("", "state");
  if (!listed.ok) return;
  marks.own = listed.value.find(({ stamp }) => stamp === ownSpace)?.key ?? null;
  marks.teams.clear();
  for (const { key, stamp } of listed.value) if (stamp === teamSpace) marks.teams.add(key);
}

/** Joins storage, crypto and replica to an open journal's vault. Loaded on unlock: Yjs is not needed before. */
export async function openJournal(
  { id, sealer, inside }: Unlocked,
  tools: DoorTools,
): Promise<Result<OpenedJournal, StorageFailure>> {
  const rows = await openRows(id);
  if (!rows.ok) return rows;
  const replica = createReplica(tools.random);
  const siblings = createSiblings(id);
  const leadership = createLeadership(id);
  const parts = { ...tools, id, rows: rows.value, sealer, replica, siblings, leadership };
  const opened = createVault(parts, inside);
  const read = rows.value.spaceRows;
  await markSpaces(opened.carrying.marks, read);
  siblings.hearSpaces(() => void markSpaces(opened.carrying.marks, read));
  const isIn = async () => {
    const listed = await read("", "state", 1);
    return listed.ok && listed.value.length > 0;
  };
  const host = createSpacesHost(
    id,
    { ...tools, opened, timers: webTimers, transportTo: webTransport },
    isIn,
  );
  return ok({ ...opened, host });
}
