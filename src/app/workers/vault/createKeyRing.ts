import type { Random } from "#base/Random.ts";
import { err, ok } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Unlocking } from "#core/journal/Door.ts";
import type { HeldUnlocking } from "#core/journal/WaysToUnlock.ts";
import { backupKeyOf } from "#crypto/backupKey.ts";
import { makeDeviceSlot, makePasskeySlot } from "#crypto/heldSlot.ts";
import { hiddenNameTag, newHiddenNameSalt } from "#crypto/hiddenNameTag.ts";
import { type JournalKey, newJournalKey, wipe } from "#crypto/JournalKey.ts";
import {
  noKeySlots,
  olderKeySlot,
  parseDeviceSlot,
  parseKeySlots,
  parsePasskeySlot,
  recoverySlotId,
  withoutHeld,
  withPasskey,
  withSlot,
} from "#crypto/KeySlot.ts";
import { openOlderKeySlot } from "#crypto/olderKeySlot.ts";
import {
  openWithDevice,
  openWithPasskey,
  openWithPassphrase,
  openWithRecoveryWords,
} from "#crypto/openKeySlots.ts";
import { makePassphraseSlot } from "#crypto/passphraseSlot.ts";
import { makeRecoverySlot } from "#crypto/recoverySlot.ts";
import { newRecoveryWords } from "#crypto/recoveryWords.ts";
import { createSealer, openingBoth } from "#crypto/Sealer.ts";
import type { KeyRing, StoredSlots } from "#vault/KeyRing.ts";
import type { Sealer } from "#vault/Sealer.ts";
import { createNewKeys } from "./createNewKeys.ts";

/** The vault's `KeyRing` over crypto. A journal key is wiped as soon as a sealer or slot is made of it. */
export function createKeyRing(random: Random): KeyRing {
  const keyFor = (journal: JournalId, slots: StoredSlots, how: Unlocking) =>
    how.type === "passphrase"
      ? openWithPassphrase(slots, journal, how.passphrase)
      : openWithRecoveryWords(slots, journal, how.words);

  const heldKey = (journal: JournalId, slots: StoredSlots, how: HeldUnlocking) =>
    how.type === "device"
      ? openWithDevice(slots, journal)
      : openWithPasskey(slots, journal, how.slot, how.secret).finally(() => wipe(how.secret));

  /** A sealer with this key, and with the one before it as long as that is among the slots. */
  const sealerFor = async (
    key: JournalKey,
    journal: JournalId,
    slots: StoredSlots,
  ): Promise<Sealer> => {
    const newer = await createSealer(key, journal, random);
    const slot = olderKeySlot(slots);
    // A damaged slot stops only itself [L2]: what stands under the newer key opens all the same.
    if (!slot.ok || slot.value === null) return newer;
    const older = await openOlderKeySlot(slot.value, journal, key);
    if (!older.ok) return newer;
    try {
      return openingBoth(newer, await createSealer(older.value, journal, random));
    } finally {
      wipe(older.value);
    }
  };

  return {
    ...createNewKeys(random),
    recoveryWords: () => newRecoveryWords(random),
    recoverySlot: recoverySlotId,
    backupKey: backupKeyOf,
    newNameSalt: () => newHiddenNameSalt(random),
    nameTag: hiddenNameTag,
    make: async (journal, passphrase, words) => {
      const key = newJournalKey(random);
      try {
        const recovery = await makeRecoverySlot(key, journal, words, random);
        if (!recovery.ok) return recovery;
        const typed = await makePassphraseSlot(key, journal, passphrase, random);
        if (!typed.ok) return typed;
        const slots = withSlot(withSlot(noKeySlots, typed.value), recovery.value);
        return ok({ slots, sealer: await createSealer(key, journal, random) });
      } finally {
        wipe(key);
      }
    },
    unlock: async (journal, slots, how) => {
      const isHeld = how.type === "passkey" || how.type === "device";
      const key = await (isHeld ? heldKey(journal, slots, how) : keyFor(journal, slots, how));
      if (!key.ok) return key;
      try {
        return ok(await sealerFor(key.value, journal, slots));
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
        const slot = await makePassphraseSlot(key.value, journal, next, random);
        return slot.ok ? ok(withSlot(parsed.value, slot.value)) : slot;
      } finally {
        wipe(key.value);
      }
    },
    ways: (slots) => {
      const parsed = parseKeySlots(slots);
      const all = parsed.ok ? parsed.value.slots : [];
      const passkeys = all.map(parsePasskeySlot).flatMap((slot) => (slot.ok ? [slot.value] : []));
      const devices = all.map(parseDeviceSlot).flatMap((slot) => (slot.ok ? [slot.value] : []));
      return {
        passkeys: passkeys.map(({ id, credential, salt }) => ({ slot: id, credential, salt })),
        device: devices[0]?.id ?? null,
      };
    },
    withWay: async (journal, slots, proof, way) => {
      const key = await keyFor(journal, slots, proof);
      if (!key.ok) return key;
      try {
        const parsed = parseKeySlots(slots);
        if (!parsed.ok) return parsed;
        if (way.type === "device")
          return ok(withSlot(parsed.value, await makeDeviceSlot(key.value, journal, random)));
        return ok(
          withPasskey(parsed.value, await makePasskeySlot(key.value, journal, way, random)),
        );
      } finally {
        wipe(key.value);
      }
    },
    withoutWay: async (journal, slots, proof, slot) => {
      const key = await keyFor(journal, slots, proof);
      if (!key.ok) return key;
      wipe(key.value);
      const parsed = parseKeySlots(slots);
      return parsed.ok ? ok(withoutHeld(parsed.value, ({ id }) => id === slot)) : parsed;
    },
    withoutDevice: (slots) => {
      const parsed = parseKeySlots(slots);
      return parsed.ok ? withoutHeld(parsed.value, ({ kind }) => kind === "device") : slots;
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
