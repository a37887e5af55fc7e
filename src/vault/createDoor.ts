import * as v from "valibot";
import type { Clock } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { idSchema, type JournalId } from "#core/identifiers.ts";
import type { Door, StorageFailure } from "#core/journal/Door.ts";
import type { CoverStore } from "./CoverStore.ts";
import { type CoverInside, openInside, sealInside } from "./coverInside.ts";
import type { KeyRing } from "./KeyRing.ts";
import type { Sealer } from "./Sealer.ts";
import { shownAs, tagOf } from "./shownAs.ts";
import { tryKey } from "./tryKey.ts";
import { noTries } from "./wrongTries.ts";

/** The version of the data this app writes into a journal's store. */
const dataVersion = 1;

/** A journal whose key has been found. `inside` is as it was before this unlock. */
export interface Unlocked {
  readonly id: JournalId;
  readonly sealer: Sealer;
  readonly inside: CoverInside;
}

/** What the door is made of. */
export interface DoorParts {
  readonly covers: CoverStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly random: Random;
  /** Gets ready to open a journal's store while the key is still being worked out. */
  readonly prepare: () => void;
  /** Opens the journal's store and puts the vault in place. */
  readonly open: (unlocked: Unlocked) => Promise<Result<null, StorageFailure>>;
}

const journalId = (random: Random): JournalId => v.parse(idSchema<JournalId>(), newId(random));

/** The locked app's use cases. */
export function createDoor(parts: DoorParts): Door {
  const { covers, keys, clock, random } = parts;

  const begin: Door["begin"] = async (journal) => {
    parts.prepare();
    const id = journalId(random);
    const { cover, hiddenName, passphrase, recoveryWords } = journal;
    const shown = await shownAs(parts, cover, hiddenName);
    if (!shown.ok) return shown;
    const made = await keys.make(id, passphrase, recoveryWords);
    if (!made.ok) throw new Error(`a new journal's keys cannot be made: ${made.error.type}`);
    const { slots, sealer } = made.value;
    const inside: CoverInside = { cover, hidden: hiddenName !== null, unlockedAt: clock.now() };
    // The store first: a cover without one would be a door that leads nowhere.
    const opened = await parts.open({ id, sealer, inside });
    if (!opened.ok) return opened;
    const added = await covers.add({
      id,
      data: dataVersion,
      shown: shown.value,
      slots,
      tries: noTries,
      inside: await sealInside(sealer, id, inside),
    });
    if (added.ok) return ok(id);
    await covers.erase(id);
    return added;
  };

  const unlock: Door["unlock"] = async (id, how) => {
    parts.prepare();
    const tried = await tryKey(parts, id, (row) => keys.unlock(id, row.slots, how));
    if (!tried.ok) return tried;
    const { value: sealer, row } = tried.value;
    if (row.data > dataVersion) return err({ type: "NewerVersion" });
    const inside = await openInside(sealer, id, row.inside, row.shown.type === "hidden");
    const opened = await parts.open({ id, sealer, inside });
    if (!opened.ok) return opened;
    const sealed = await sealInside(sealer, id, { ...inside, unlockedAt: clock.now() });
    const kept = await covers.change(id, (latest) => ({ ...latest, inside: sealed }));
    if (!kept.ok || kept.value !== null) return ok(id);
    // Another tab erased it while its key was being found: what was opened is a store nobody could open again.
    await covers.erase(id);
    return err({ type: "NoSuchJournal" });
  };

  return {
    begin,
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
