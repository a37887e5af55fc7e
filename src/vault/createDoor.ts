import { err, ok, type Result } from "#base/Result.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { BackupFailure } from "#core/journal/Backup.ts";
import type { Door, StorageFailure, UnlockFailure } from "#core/journal/Door.ts";
import { rememberRecipient } from "./backupKept.ts";
import type { CoverRow } from "./CoverStore.ts";
import { openInside, sealInside } from "./coverInside.ts";
import type { DoorParts } from "./DoorParts.ts";
import { dataVersion } from "./dataVersion.ts";
import { makeJournal } from "./makeJournal.ts";
import type { Sealer } from "./Sealer.ts";
import { tagOf } from "./shownAs.ts";
import { tryKey } from "./tryKey.ts";

/** Knows every kind of record: fetched when a backup is read. */
const reading = () => import("./readBackup.ts");

/** The locked app's use cases. */
export function createDoor(parts: DoorParts): Door {
  const { covers, keys, clock, backups, holders } = parts;

  let progress = 0;
  /** Listens to how much of a file has been read. `passes`: how often it will be; `pass` counts from 0. */
  const hearing =
    ({ size }: SourceFile, pass = 0, passes = 1) =>
    (bytes: number) => {
      progress = size === 0 ? 1 : (pass + bytes / size) / passes;
    };

  /** Finds the key and holds it: from then on nobody takes it for out of use. */
  const keyFor = async (
    id: JournalId,
    how: Parameters<Door["unlock"]>[1],
  ): Promise<Result<{ readonly sealer: Sealer; readonly row: CoverRow }, UnlockFailure>> => {
    for (;;) {
      const tried = await tryKey(parts, id, (row) => keys.unlock(id, row.slots, how));
      if (!tried.ok) return tried;
      const { value: sealer, row } = tried.value;
      if (row.data > dataVersion) return err({ type: "NewerVersion" });
      const letGo = await holders.hold(id, sealer.epoch);
      const latest = await covers.find(id);
      const epoch = latest.ok && latest.value !== null ? keys.epoch(latest.value.slots) : null;
      if (epoch === null || epoch === sealer.epoch) return ok({ sealer, row });
      // Another tab gave the journal a new key while this one was being found.
      letGo();
    }
  };

  const unlock: Door["unlock"] = async (id, how) => {
    parts.prepare();
    const found = await keyFor(id, how);
    if (!found.ok) return found;
    const { sealer, row } = found.value;
    const inside = await openInside(sealer, id, row.inside, row.shown.type === "hidden");
    const opened = await parts.open({ id, sealer, inside });
    if (!opened.ok) return opened;
    const sealed = await sealInside(sealer, id, { ...inside, unlockedAt: clock.now() });
    const kept = await covers.change(id, (latest) => ({ ...latest, inside: sealed }));
    if (!kept.ok || kept.value !== null) {
      // What cannot be remembered now is asked for when it is needed.
      if (how.type === "recovery")
        await rememberRecipient({ id, covers, keys, sealer }, row.slots, how.words);
      return ok(id);
    }
    // Another tab erased it while its key was being found: what was opened is a store nobody could open again.
    await covers.erase(id);
    return err({ type: "NoSuchJournal" });
  };

  const restore: Door["restore"] = async (file, journal) => {
    const words = journal.recoveryWords;
    const { readBackup } = await reading();
    // Once to prove it whole, then once more to take it in: it may not fit into memory.
    const proved = await readBackup(backups, file, words, { heard: hearing(file, 0, 2) });
    if (!proved.ok) return proved;
    return makeJournal<BackupFailure | StorageFailure>(parts, journal, async (into) => {
      const read = await readBackup<StorageFailure>(backups, file, words, {
        take: into.record,
        takeDraft: into.draft,
        heard: hearing(file, 1, 2),
      });
      return read.ok ? into.finish() : read;
    });
  };

  return {
    begin: (journal) => makeJournal<never>(parts, journal, async () => ok(null)),
    restore,
    readBackup: async (file, words) => {
      const { readBackup } = await reading();
      return readBackup(backups, file, words, { heard: hearing(file) });
    },
    backupProgress: async () => progress,
    backupKey: keys.backupKey,
    ways: async (id) => {
      const row = await covers.find(id);
      if (!row.ok) return row;
      return row.value === null ? err({ type: "NoSuchJournal" }) : ok(keys.ways(row.value.slots));
    },
    forgetDevice: async () => {
      const rows = await covers.list();
      if (!rows.ok) return rows;
      for (const { id, slots } of rows.value) {
        if (keys.ways(slots).device === null) continue;
        const changed = await covers.change(id, (latest) => ({
          ...latest,
          slots: keys.withoutDevice(latest.slots),
        }));
        if (!changed.ok) return changed;
      }
      return ok(null);
    },
    unlock,
    recoveryWords: keys.recoveryWords,
    journals: async () => {
      const rows = await covers.list();
      if (!rows.ok) return rows;
      return ok(
        rows.value.flatMap(({ id, shown }) =>
          shown.type === "cover" ? [{ id, cover: shown.cover }] : [],
        ),
      );
    },
    findHidden: async (name) => {
      const tag = await tagOf(parts, name);
      if (!tag.ok) return tag;
      const rows = await covers.list();
      if (!rows.ok) return rows;
      const row = rows.value.find(
        ({ shown }) => shown.type === "hidden" && shown.tag === tag.value,
      );
      return row === undefined ? err({ type: "NoSuchJournal" }) : ok(row.id);
    },
  };
}
