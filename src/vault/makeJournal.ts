import * as v from "valibot";
import { newId } from "#base/newId.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { idSchema, type JournalId } from "#core/identifiers.ts";
import type { NameTaken, NewJournal, StorageFailure, TooLittleMemory } from "#core/journal/Door.ts";
import { firstBackupKept, sealBackupKept } from "./backupKept.ts";
import { type CoverInside, sealInside } from "./coverInside.ts";
import type { DoorParts } from "./DoorParts.ts";
import { dataVersion } from "./dataVersion.ts";
import { shownAs } from "./shownAs.ts";
import type { TakeIn } from "./takeInBackup.ts";
import { noTries } from "./wrongTries.ts";

/** Makes a journal; `fill` puts what it begins with into its store, before anybody can see it. */
export async function makeJournal<E>(
  parts: DoorParts,
  journal: NewJournal,
  fill: (into: TakeIn) => Promise<Result<null, E>>,
): Promise<Result<JournalId, E | NameTaken | TooLittleMemory | StorageFailure>> {
  const { covers, keys, clock, random, holders } = parts;
  parts.prepare();
  const id = v.parse(idSchema<JournalId>(), newId(random));
  const { cover, hiddenName, passphrase, recoveryWords } = journal;
  const shown = await shownAs(parts, cover, hiddenName);
  if (!shown.ok) return shown;
  const made = await keys.make(id, passphrase, recoveryWords);
  if (!made.ok && made.error.type === "TooLittleMemory") return err(made.error);
  if (!made.ok) throw new Error(`a new journal's keys cannot be made: ${made.error.type}`);
  const { slots, sealer } = made.value;
  await holders.hold(id, sealer.epoch);
  const inside: CoverInside = { cover, hidden: hiddenName !== null, unlockedAt: clock.now() };
  // Named first, so that a killed tab leaves nothing behind; then the store, and the cover last: one
  // without a whole store would be a door that leads nowhere.
  const reserved = await covers.reserve(id);
  if (!reserved.ok) return reserved;
  const opened = await parts.open({ id, sealer, inside });
  const filled = opened.ok ? await fill(opened.value) : opened;
  if (!filled.ok) {
    await covers.erase(id);
    return filled;
  }
  const backup = await firstBackupKept(keys, slots, recoveryWords);
  const added = await covers.add({
    id,
    data: dataVersion,
    shown: shown.value,
    slots,
    tries: noTries,
    inside: await sealInside(sealer, id, inside),
    backup: backup ? await sealBackupKept(sealer, id, backup) : new Uint8Array(),
  });
  if (added.ok) return ok(id);
  await covers.erase(id);
  return added;
}
