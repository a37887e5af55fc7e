import { err, ok, type Result } from "#base/Result.ts";
import type { UnlockFailure } from "#core/journal/Door.ts";
import type { Vault } from "#core/journal/Vault.ts";
import { rememberRecipient } from "./backupKept.ts";
import { type CoverInside, sealInside } from "./coverInside.ts";
import { dataVersion } from "./dataVersion.ts";
import type { KeyFailure, StoredSlots } from "./KeyRing.ts";
import type { OpenJournal } from "./OpenJournal.ts";
import type { RowStore } from "./RowStore.ts";
import { shownAs } from "./shownAs.ts";
import { tryKey } from "./tryKey.ts";

/** What of an open journal these methods touch. */
export type KeepingParts = Pick<OpenJournal, "id" | "covers" | "keys" | "sealer" | "clock"> & {
  readonly rows: Pick<RowStore, "close">;
};

/** The methods of `Vault` that concern how the journal is locked and shown. `inside` is as the door left it. */
export function createKeeping(
  journal: KeepingParts,
  inside: CoverInside,
): Pick<
  Vault,
  | "changePassphrase"
  | "replaceRecoveryWords"
  | "sealAnew"
  | "addWay"
  | "removeWay"
  | "setCover"
  | "cover"
  | "eraseJournal"
> {
  const { id, covers, keys, sealer } = journal;
  let { cover, hidden } = inside;

  /** Re-wraps the key. Slots that another tab changed meanwhile are tried again as they are now. */
  const rewrap = async (
    wrap: (slots: StoredSlots) => Promise<Result<StoredSlots, KeyFailure>>,
  ): Promise<Result<StoredSlots, UnlockFailure>> => {
    for (;;) {
      const tried = await tryKey(journal, id, ({ slots }) => wrap(slots));
      if (!tried.ok) return tried;
      const { value: slots, row } = tried.value;
      const seen = { current: false };
      const changed = await covers.change(id, (latest) => {
        seen.current = JSON.stringify(latest.slots) === JSON.stringify(row.slots);
        return seen.current ? { ...latest, slots, data: dataVersion } : latest;
      });
      if (!changed.ok) return changed;
      if (changed.value === null) return err({ type: "NoSuchJournal" });
      if (seen.current) return ok(slots);
    }
  };

  return {
    cover: async () => ({ cover, hidden }),
    changePassphrase: async (proof, next) => {
      const changed = await rewrap((slots) => keys.withPassphrase(id, slots, proof, next));
      if (!changed.ok) return changed;
      if (proof.type === "recovery") await rememberRecipient(journal, changed.value, proof.words);
      return ok(null);
    },
    replaceRecoveryWords: async (proof, words) => {
      const changed = await rewrap((slots) => keys.withRecoveryWords(id, slots, proof, words));
      if (!changed.ok) return changed;
      await rememberRecipient(journal, changed.value, words);
      return ok(null);
    },
    sealAnew: async (passphrase, words, passkeys) => {
      const seen = { pending: false };
      const changed = await rewrap(async (slots) => {
        // A third key would leave the first without anybody who opens it; the passphrase is proved all the same.
        const next = await keys.withNewKey(id, slots, passphrase, words, passkeys);
        seen.pending = next.ok && next.value === null;
        return next.ok ? ok(next.value ?? slots) : next;
      });
      for (const { secret } of passkeys) secret.fill(0);
      if (!changed.ok) return changed;
      if (seen.pending) return err({ type: "StillSealing" });
      // Sealed with the key that goes, and sealed anew like everything else.
      await rememberRecipient(journal, changed.value, words);
      return ok(null);
    },
    addWay: async (proof, way) => {
      const changed = await rewrap((slots) => keys.withWay(id, slots, proof, way));
      return changed.ok ? ok(null) : changed;
    },
    removeWay: async (proof, slot) => {
      const changed = await rewrap((slots) => keys.withoutWay(id, slots, proof, slot));
      return changed.ok ? ok(null) : changed;
    },
    setCover: async (nextCover, hiddenName) => {
      const shown = await shownAs(journal, nextCover, hiddenName);
      if (!shown.ok) return shown;
      const next = { ...inside, cover: nextCover, hidden: hiddenName !== null };
      const unlockedAt = journal.clock.now();
      const sealed = await sealInside(sealer, id, { ...next, unlockedAt });
      const changed = await covers.show(id, shown.value, sealed);
      if (!changed.ok) return changed;
      ({ cover, hidden } = next);
      return ok(null);
    },
    eraseJournal: async (proof) => {
      const tried = await tryKey(journal, id, ({ slots }) => keys.unlock(id, slots, proof));
      if (!tried.ok) return tried;
      journal.rows.close();
      return covers.erase(id);
    },
  };
}
