import { base64urlnopad } from "@scure/base";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { assertUsable, type JournalKey } from "./JournalKey.ts";
import type { DeviceSlot, PasskeySlot } from "./KeySlot.ts";
import { type SlotFacts, unwrapJournalKey, wrapJournalKey } from "./wrapJournalKey.ts";

// Slots whose secret nobody types: an authenticator makes it, or it lies in the slot itself.

const saltLength = 32;
/** Bytes of what a passkey's PRF gives, and of a device's secret. */
const secretLength = 32;

const passkeyFacts = (journalId: string, slot: Omit<PasskeySlot, "wrapped">): SlotFacts => ({
  journalId,
  slot,
  salt: new Uint8Array(base64urlnopad.decode(slot.salt)),
  parameters: ["webauthn-prf", slot.credential],
});

const deviceFacts = (journalId: string, slot: Omit<DeviceSlot, "wrapped">): SlotFacts => ({
  journalId,
  slot,
  salt: new Uint8Array(base64urlnopad.decode(slot.salt)),
  parameters: ["in the clear"],
});

/** A slot that a passkey opens [L5]. `salt` is what the secret was made from, base64url. */
export async function makePasskeySlot(
  key: JournalKey,
  journalId: string,
  made: {
    readonly credential: string;
    readonly salt: string;
    readonly secret: Uint8Array<ArrayBuffer>;
  },
  random: Random,
): Promise<PasskeySlot> {
  assertUsable(key);
  if (made.secret.length !== secretLength) throw new RangeError("a passkey gives 32 bytes");
  const { credential, salt } = made;
  const slot = {
    version: 1,
    id: newId(random),
    kind: "passkey",
    epoch: key.epoch,
    credential,
    salt,
  } as const;
  const wrapped = await wrapJournalKey(made.secret, passkeyFacts(journalId, slot), key, random);
  return { ...slot, wrapped };
}

/** The journal key in a slot that `parsePasskeySlot` has read. */
export const openPasskeySlot = (
  slot: PasskeySlot,
  journalId: string,
  secret: Uint8Array<ArrayBuffer>,
): ReturnType<typeof unwrapJournalKey> =>
  unwrapJournalKey(secret, passkeyFacts(journalId, slot), slot.wrapped);

/** A slot that whoever has the disk opens [L6]: its secret stands in it. */
export async function makeDeviceSlot(
  key: JournalKey,
  journalId: string,
  random: Random,
): Promise<DeviceSlot> {
  assertUsable(key);
  const secret = random.bytes(secretLength);
  const slot = {
    version: 1,
    id: newId(random),
    kind: "device",
    epoch: key.epoch,
    salt: base64urlnopad.encode(random.bytes(saltLength)),
    secret: base64urlnopad.encode(secret),
  } as const;
  const wrapped = await wrapJournalKey(secret, deviceFacts(journalId, slot), key, random);
  return { ...slot, wrapped };
}

/** The journal key in a device's slot. */
export const openDeviceSlot = (
  slot: DeviceSlot,
  journalId: string,
): ReturnType<typeof unwrapJournalKey> =>
  unwrapJournalKey(
    new Uint8Array(base64urlnopad.decode(slot.secret)),
    deviceFacts(journalId, slot),
    slot.wrapped,
  );
