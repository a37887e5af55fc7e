import type { Random } from "#base/Random.ts";
import { err, ok } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Unlocking } from "#core/journal/Door.ts";
import { hiddenNameTag, newHiddenNameSalt } from "#crypto/hiddenNameTag.ts";
import { newJournalKey, wipe } from "#crypto/JournalKey.ts";
import { noKeySlots, parseKeySlots, withSlot } from "#crypto/KeySlot.ts";
import { openWithPassphrase, openWithRecoveryWords } from "#crypto/openKeySlots.ts";
import { makePassphraseSlot } from "#crypto/passphraseSlot.ts";
import { makeRecoverySlot } from "#crypto/recoverySlot.ts";
import { newRecoveryWords } from "#crypto/recoveryWords.ts";
import { createSealer } from "#crypto/Sealer.ts";
import type { KeyRing, StoredSlots } from "#vault/KeyRing.ts";

/** The vault's `KeyRing` over crypto. A journal key is wiped as soon as a sealer or slot is made of it. */
export function createKeyRing(random: Random): KeyRing {
  const keyFor = (journal: JournalId, slots: StoredSlots, how: Unlocking) =>
    how.type === "passphrase"
      ? openWithPassphrase(slots, journal, how.passphrase)
      : openWithRecoveryWords(slots, journal, how.words);

  return {
    recoveryWords: () => newRecoveryWords(random),
    newNameSalt: () => newHiddenNameSalt(random),
    nameTag: hiddenNameTag,
    make: async (journal, passphrase, words) => {
      const key = newJournalKey(random);
      try {
        const recovery = await makeRecoverySlot(key, journal, words, random);
        if (!recovery.ok) return recovery;
        const typed = await makePassphraseSlot(key, journal, passphrase, random);
        const slots = withSlot(withSlot(noKeySlots, typed), recovery.value);
        return ok({ slots, sealer: await createSealer(key, journal, random) });
      } finally {
        wipe(key);
      }
    },
    unlock: async (journal, slots, how) => {
      const key = await keyFor(journal, slots, how);
      if (!key.ok) return key;
      try {
        return ok(await createSealer(key.value, journal, random));
      } finally {
        wipe(key.value);
      }
    },
    withPassphrase: async (journal, slots, proof, next) => {
      const key = await keyFor(journal, slots, proof);
      if (!key.ok) return key;
      try {
        const parsed = parseKeySlots(slots);
        if (!parsed.ok) return parsed;
        return ok(
          withSlot(parsed.value, await makePassphraseSlot(key.value, journal, next, random)),
        );
      } finally {
        wipe(key.value);
      }
    },
    withRecoveryWords: async (journal, slots, proof, words) => {
      const key = await keyFor(journal, slots, proof);
      if (!key.ok) return key;
      try {
        const parsed = parseKeySlots(slots);
        if (!parsed.ok) return parsed;
        const slot = await makeRecoverySlot(key.value, journal, words, random);
        return slot.ok ? ok(withSlot(parsed.value, slot.value)) : err(slot.error);
      } finally {
        wipe(key.value);
      }
    },
  };
}
