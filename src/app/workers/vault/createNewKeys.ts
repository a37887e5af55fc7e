import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { HeldUnlocking } from "#core/journal/WaysToUnlock.ts";
import { makeDeviceSlot, makePasskeySlot } from "#crypto/heldSlot.ts";
import { type JournalKey, newJournalKey, wipe } from "#crypto/JournalKey.ts";
import {
  epochOf,
  type KeySlots,
  noKeySlots,
  olderKeySlot,
  type PasskeySlot,
  parseDeviceSlot,
  parseKeySlots,
  parsePasskeySlot,
  slotKind,
  withoutOlderKey,
  withPasskey,
  withSlot,
} from "#crypto/KeySlot.ts";
import { makeOlderKeySlot, openOlderKeySlot } from "#crypto/olderKeySlot.ts";
import { openWithPasskey, openWithPassphrase } from "#crypto/openKeySlots.ts";
import { makePassphraseSlot } from "#crypto/passphraseSlot.ts";
import { makeRecoverySlot } from "#crypto/recoverySlot.ts";
import type { KeyFailure, KeyRing } from "#vault/KeyRing.ts";

const hasOlderKey: KeyRing["hasOlderKey"] = (slots) => {
  const parsed = parseKeySlots(slots);
  return parsed.ok && parsed.value.slots.some((slot) => slotKind(slot) === "older key");
};

/** Whether an older key is among the slots that `newer` opens, or that a later version of this app may open. */
async function isOlderKeyNeeded(
  journal: JournalId,
  slots: KeySlots,
  newer: JournalKey,
): Promise<boolean> {
  const slot = olderKeySlot(slots);
  if (!slot.ok) return slot.error.reason === "newer";
  if (slot.value === null) return false;
  const opened = await openOlderKeySlot(slot.value, journal, newer);
  if (opened.ok) wipe(opened.value);
  return opened.ok || opened.error === "newer";
}

type PasskeySecret = Extract<HeldUnlocking, { type: "passkey" }>;

/** The part of `KeyRing` that gives a journal a new key after a leak [K5]. */
export function createNewKeys(
  random: Random,
): Pick<KeyRing, "withNewKey" | "epoch" | "hasOlderKey" | "withoutOlderKey"> {
  /** The passkeys that open the older key with the secrets given, made anew for the newer. */
  const passkeysFor = async (
    newer: JournalKey,
    journal: JournalId,
    before: KeySlots,
    secrets: readonly PasskeySecret[],
  ): Promise<readonly PasskeySlot[]> => {
    const made: PasskeySlot[] = [];
    for (const { slot: id, secret } of secrets) {
      const older = await openWithPasskey(before, journal, id, secret);
      if (!older.ok) continue;
      wipe(older.value);
      for (const stored of before.slots) {
        const slot = parsePasskeySlot(stored);
        if (!slot.ok || slot.value.id !== id) continue;
        const { credential, salt } = slot.value;
        made.push(await makePasskeySlot(newer, journal, { credential, salt, secret }, random));
      }
    }
    return made;
  };

  const slotsFor = async (
    newer: JournalKey,
    older: JournalKey,
    journal: JournalId,
    before: KeySlots,
    typed: { readonly passphrase: string; readonly words: readonly string[] },
    secrets: readonly PasskeySecret[],
  ): Promise<Result<KeySlots, KeyFailure>> => {
    const recovery = await makeRecoverySlot(newer, journal, typed.words, random);
    if (!recovery.ok) return recovery;
    const passphrase = await makePassphraseSlot(newer, journal, typed.passphrase, random);
    if (!passphrase.ok) return passphrase;
    let slots = withSlot(withSlot(noKeySlots, passphrase.value), recovery.value);
    for (const slot of await passkeysFor(newer, journal, before, secrets))
      slots = withPasskey(slots, slot);
    if (before.slots.some((slot) => parseDeviceSlot(slot).ok))
      slots = withSlot(slots, await makeDeviceSlot(newer, journal, random));
    const kept = await makeOlderKeySlot(newer, older, journal, random);
    return ok({ ...slots, slots: [...slots.slots, kept] });
  };

  return {
    epoch: epochOf,
    hasOlderKey,
    withoutOlderKey: (slots) => {
      const parsed = parseKeySlots(slots);
      return parsed.ok ? withoutOlderKey(parsed.value) : slots;
    },
    withNewKey: async (journal, stored, passphrase, words, passkeys) => {
      const older = await openWithPassphrase(stored, journal, passphrase);
      if (!older.ok) return older;
      const before = parseKeySlots(stored);
      const newer = newJournalKey(random, older.value.epoch + 1);
      try {
        if (!before.ok) return before;
        if (await isOlderKeyNeeded(journal, before.value, older.value)) return ok(null);
        const typed = { passphrase, words };
        return await slotsFor(newer, older.value, journal, before.value, typed, passkeys);
      } finally {
        wipe(older.value);
        wipe(newer);
      }
    },
  };
}
