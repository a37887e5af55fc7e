import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import { slowHashCeiling, slowHashCost, slowHashSaltLength } from "./slowHash.ts";

const bytes = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(1400),
    v.check((text) => {
      try {
        const { length } = base64urlnopad.decode(text);
        return length >= least && length <= most;
      } catch {
        return false;
      }
    }),
  );
const name = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffffffff));
const common = { version: v.literal(1), id: name, epoch: whole, wrapped: bytes(1, 512) };

const passphraseSlotSchema = v.strictObject({
  ...common,
  kind: v.literal("passphrase"),
  kdf: v.strictObject({
    name: v.literal("argon2id"),
    memoryKiB: whole,
    iterations: whole,
    parallelism: whole,
    salt: bytes(1, 64),
  }),
});
const recoverySlotSchema = v.strictObject({
  ...common,
  kind: v.literal("recovery"),
  words: v.literal("bip39-english-12"),
  salt: bytes(16, 64),
});
const passkeySlotSchema = v.strictObject({
  ...common,
  kind: v.literal("passkey"),
  credential: bytes(1, 1023),
  salt: bytes(32, 32),
});
const deviceSlotSchema = v.strictObject({
  ...common,
  kind: v.literal("device"),
  salt: bytes(32, 32),
  secret: bytes(32, 32),
});
const olderKeySlotSchema = v.strictObject({
  ...common,
  kind: v.literal("older key"),
  salt: bytes(32, 32),
});
const anySlotSchema = v.looseObject({ version: whole, id: name, kind: v.string() });
const keySlotsSchema = v.looseObject({
  version: whole,
  slots: v.pipe(v.array(v.unknown()), v.maxLength(32)),
});

/** A passphrase that wraps the journal key. Bytes are base64url. */
export type PassphraseSlot = Readonly<v.InferOutput<typeof passphraseSlotSchema>>;
/** Recovery words that wrap the journal key. */
export type RecoverySlot = Readonly<v.InferOutput<typeof recoverySlotSchema>>;
/** A passkey, whose PRF wraps the journal key. */
export type PasskeySlot = Readonly<v.InferOutput<typeof passkeySlotSchema>>;
/** The device itself: no protection from somebody with the disk. */
export type DeviceSlot = Readonly<v.InferOutput<typeof deviceSlotSchema>>;
/** The key before the newest, which the newest opens: there while the journal is being sealed anew. */
export type OlderKeySlot = Readonly<v.InferOutput<typeof olderKeySlotSchema>>;
/**
 * The ways to unlock a journal as plain JSON data, stored beside it in the clear [L1]. Slots that are
 * not known here (another kind, a later version) are carried along as they are.
 */
export interface KeySlots {
  readonly version: number;
  readonly slots: readonly unknown[];
}

/** Why slots cannot be used: a later version made them, someone weakened them, or they are damaged. */
export interface SlotsUnreadable {
  readonly type: "SlotsUnreadable";
  readonly reason: "newer" | "weak" | "damaged";
}

const unreadable = (reason: SlotsUnreadable["reason"]) =>
  err({ type: "SlotsUnreadable", reason } as const);

/** Reads stored slots as a whole; each slot is read when it is used, so that one bad slot stops only itself. */
export function parseKeySlots(stored: unknown): Result<KeySlots, SlotsUnreadable> {
  const parsed = v.safeParse(keySlotsSchema, stored);
  if (!parsed.success) return unreadable("damaged");
  if (parsed.output.version !== 1) return unreadable("newer");
  return ok(parsed.output);
}

/** What kind of slot this is, or null for something that is no slot at all. */
export function slotKind(slot: unknown): string | null {
  const parsed = v.safeParse(anySlotSchema, slot);
  return parsed.success ? parsed.output.kind : null;
}

function parseSlot<Slot>(
  schema: v.GenericSchema<unknown, Slot>,
  slot: unknown,
): Result<Slot, SlotsUnreadable> {
  const any = v.safeParse(anySlotSchema, slot);
  if (any.success && any.output.version !== 1) return unreadable("newer");
  const parsed = v.safeParse(schema, slot);
  return parsed.success ? ok(parsed.output) : unreadable("damaged");
}

/** A passphrase slot whose cost is one this app accepts [H1] [H2]. */
export function parsePassphraseSlot(slot: unknown): Result<PassphraseSlot, SlotsUnreadable> {
  const parsed = parseSlot(passphraseSlotSchema, slot);
  if (!parsed.ok) return parsed;
  const { memoryKiB, iterations, parallelism, salt } = parsed.value.kdf;
  if (
    memoryKiB < slowHashCost.memoryKiB ||
    iterations < slowHashCost.iterations ||
    base64urlnopad.decode(salt).length < slowHashSaltLength
  ) {
    return unreadable("weak");
  }
  const within =
    memoryKiB <= slowHashCeiling.memoryKiB &&
    iterations <= slowHashCeiling.iterations &&
    parallelism <= slowHashCeiling.parallelism;
  return within ? parsed : unreadable("newer");
}

/** A recovery slot. */
export const parseRecoverySlot = (slot: unknown): Result<RecoverySlot, SlotsUnreadable> =>
  parseSlot(recoverySlotSchema, slot);

/** A passkey slot. */
export const parsePasskeySlot = (slot: unknown): Result<PasskeySlot, SlotsUnreadable> =>
  parseSlot(passkeySlotSchema, slot);

/** A device slot. */
export const parseDeviceSlot = (slot: unknown): Result<DeviceSlot, SlotsUnreadable> =>
  parseSlot(deviceSlotSchema, slot);

/** The slot of the older key, while there is one; null where the journal is not being sealed anew. */
export function olderKeySlot(stored: unknown): Result<OlderKeySlot | null, SlotsUnreadable> {
  const slots = parseKeySlots(stored);
  if (!slots.ok) return slots;
  const slot = slots.value.slots.find((one) => slotKind(one) === "older key");
  return slot === undefined ? ok(null) : parseSlot(olderKeySlotSchema, slot);
}

/** The slots without the older key: nothing opens what still stands under it. */
export const withoutOlderKey = (slots: KeySlots): KeySlots => ({
  ...slots,
  slots: slots.slots.filter((slot) => slotKind(slot) !== "older key"),
});

/** The epoch of the key that these slots lead to; null where no passphrase or recovery slot can be read. */
export function epochOf(stored: unknown): number | null {
  const slots = parseKeySlots(stored);
  if (!slots.ok) return null;
  for (const slot of slots.value.slots) {
    const typed = parseSlot(passphraseSlotSchema, slot);
    const read = typed.ok ? typed : parseRecoverySlot(slot);
    if (read.ok) return read.value.epoch;
  }
  return null;
}

/** The id of the slot that the recovery code opens, or null where none can be read. */
export function recoverySlotId(stored: unknown): string | null {
  const slots = parseKeySlots(stored);
  if (!slots.ok) return null;
  for (const slot of slots.value.slots) {
    const recovery = parseRecoverySlot(slot);
    if (recovery.ok) return recovery.value.id;
  }
  return null;
}

/** No way to unlock yet. */
export const noKeySlots: KeySlots = { version: 1, slots: [] };

/** The slots with `slot` in place of all others of its kind; everything else is left untouched. */
export const withSlot = (
  slots: KeySlots,
  slot: PassphraseSlot | RecoverySlot | DeviceSlot,
): KeySlots => ({
  ...slots,
  slots: [...slots.slots.filter((other) => slotKind(other) !== slot.kind), slot],
});

/** The slots with one more passkey; several may open one journal. */
export const withPasskey = (slots: KeySlots, slot: PasskeySlot): KeySlots => ({
  ...slots,
  slots: [...slots.slots, slot],
});

/** The slots without the passkeys or the device that are gone; a passphrase or a recovery code is never taken out. */
export const withoutHeld = (
  slots: KeySlots,
  isGone: (slot: PasskeySlot | DeviceSlot) => boolean,
): KeySlots => ({
  ...slots,
  slots: slots.slots.filter((slot) => {
    const passkey = parsePasskeySlot(slot);
    const held = passkey.ok ? passkey : parseDeviceSlot(slot);
    return !held.ok || !isGone(held.value);
  }),
});
