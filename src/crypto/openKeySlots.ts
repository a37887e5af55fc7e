import { err, type Result } from "#base/Result.ts";
import { openDeviceSlot, openPasskeySlot } from "./heldSlot.ts";
import type { JournalKey } from "./JournalKey.ts";
import { wipe } from "./JournalKey.ts";
import {
  parseDeviceSlot,
  parseKeySlots,
  parsePasskeySlot,
  parsePassphraseSlot,
  parseRecoverySlot,
  type SlotsUnreadable,
  slotKind,
} from "./KeySlot.ts";
import { openPassphraseSlot } from "./passphraseSlot.ts";
import { openRecoverySlot } from "./recoverySlot.ts";
import { type NotARecoveryCode, readRecoveryWords } from "./recoveryWords.ts";
import type { TooLittleMemory } from "./slowHash.ts";
import type { UnwrapFailure } from "./wrapJournalKey.ts";

/** No slot opens with what was typed. */
interface WrongKey {
  readonly type: "WrongKey";
}

type Attempt = Result<JournalKey, WrongKey | SlotsUnreadable | TooLittleMemory>;

const failed = (failure: UnwrapFailure): WrongKey | SlotsUnreadable =>
  failure === "wrongKey" ? { type: "WrongKey" } : { type: "SlotsUnreadable", reason: failure };

/** Tries each slot of one kind. A readable slot that the key does not fit outweighs unreadable ones. */
async function tryEach<Slot>(
  stored: unknown,
  kind: string,
  parse: (slot: unknown) => Result<Slot, SlotsUnreadable>,
  open: (slot: Slot) => Promise<Result<JournalKey, UnwrapFailure | TooLittleMemory>>,
): Promise<Attempt> {
  const slots = parseKeySlots(stored);
  if (!slots.ok) return slots;
  let worst: WrongKey | SlotsUnreadable = { type: "SlotsUnreadable", reason: "damaged" };
  for (const candidate of slots.value.slots.filter((slot) => slotKind(slot) === kind)) {
    const slot = parse(candidate);
    const opened = slot.ok ? await open(slot.value) : null;
    if (opened?.ok) return opened;
    const failure = opened === null ? null : opened.error;
    // A slot that could not be tried might have been the one.
    if (typeof failure === "object" && failure !== null) return err(failure);
    if (worst.type === "WrongKey") continue;
    if (!slot.ok) worst = slot.error;
    else if (failure !== null) worst = failed(failure);
  }
  return err(worst);
}

/** The journal key, by passphrase. `stored` is what was kept of `KeySlots`. The caller wipes the key. */
export const openWithPassphrase = (
  stored: unknown,
  journalId: string,
  passphrase: string,
): Promise<Attempt> =>
  tryEach(stored, "passphrase", parsePassphraseSlot, (slot) =>
    openPassphraseSlot(slot, journalId, passphrase),
  );

/** The journal key, by recovery words as typed. The caller wipes the key. */
export async function openWithRecoveryWords(
  stored: unknown,
  journalId: string,
  words: string | readonly string[],
): Promise<Attempt | Result<never, NotARecoveryCode>> {
  const entropy = await readRecoveryWords(words);
  if (!entropy.ok) return entropy;
  try {
    return await tryEach(stored, "recovery", parseRecoverySlot, (slot) =>
      openRecoverySlot(slot, journalId, entropy.value),
    );
  } finally {
    wipe(entropy.value);
  }
}

/** The journal key, by what a passkey gave for the slot of this id. The caller wipes the key. */
export const openWithPasskey = (
  stored: unknown,
  journalId: string,
  id: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<Attempt> =>
  tryEach(stored, "passkey", parsePasskeySlot, (slot) =>
    slot.id === id
      ? openPasskeySlot(slot, journalId, secret)
      : Promise.resolve(err("wrongKey" as const)),
  );

/** The journal key, by the device itself. The caller wipes the key. */
export const openWithDevice = (stored: unknown, journalId: string): Promise<Attempt> =>
  tryEach(stored, "device", parseDeviceSlot, (slot) => openDeviceSlot(slot, journalId));
