import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { encodeFields, type Field } from "#wire/encodeFields.ts";
import { type CommittedKey, deriveCommittedKey } from "../CommittedKey.ts";
import { createEnvelope, type Envelope, openEnvelope, sealEnvelope } from "../envelope.ts";
import { pad, unpad } from "../padding.ts";
import { ownBytes } from "./ownBytes.ts";
import { type NotForUs, openSealedTo, sealTo } from "./sealTo.ts";

/** The secret of a space for one epoch [G2]: 32 random bytes. Every member's devices have it. */
export interface EpochKey {
  /** Counts from 1. */
  readonly epoch: number;
  readonly bytes: Uint8Array;
}

/** Sealed bytes of a space that do not open: changed, misplaced, or under another key. */
export interface NotOpened {
  readonly type: "NotOpened";
  /** `newer`: a later version of the app sealed them. */
  readonly reason: "newer" | "otherEpoch" | "damaged";
}

/** What is sealed with the keys of a space; each purpose has keys of its own. */
export type SpacePurpose = "row" | "segment" | "presence" | "older key" | "file";

/** Seals and opens for one epoch of one space. */
export interface EpochSealer {
  readonly epoch: number;
  /** Sealed under the subkey of `device`, its author; opens only under the same purpose, device and naming. */
  readonly seal: (
    purpose: SpacePurpose,
    device: Uint8Array,
    naming: readonly Field[],
    plaintext: Uint8Array,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  readonly open: (
    purpose: SpacePurpose,
    device: Uint8Array,
    naming: readonly Field[],
    sealed: Uint8Array,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, NotOpened>>;
}

const keyLength = 32;
const noSalt = new Uint8Array(0);

/** A fresh key for an epoch. */
export const newEpochKey = (epoch: number, random: Random): EpochKey => ({
  epoch,
  bytes: random.bytes(keyLength),
});

/** A sealer for an epoch. Subkeys are derived when first used, and kept [G3]. */
export function createEpochSealer(
  space: Uint8Array,
  { epoch, bytes }: EpochKey,
  random: Random,
): EpochSealer {
  const envelopes = new Map<string, Promise<Envelope>>();
  const secret = ownBytes(new Uint8Array(bytes));
  const envelopeFor = (purpose: SpacePurpose, device: Uint8Array): Promise<Envelope> => {
    const name = `${purpose} ${device.join()}`;
    const known = envelopes.get(name);
    if (known !== undefined) return known;
    const made = deriveCommittedKey(secret, noSalt, `space ${purpose}`, [
      space,
      epoch,
      device,
    ]).then((key: CommittedKey) => createEnvelope(key, epoch));
    envelopes.set(name, made);
    return made;
  };
  const additional = (
    envelope: Envelope,
    purpose: string,
    device: Uint8Array,
    naming: readonly Field[],
  ) => encodeFields([envelope.head, `space ${purpose}`, space, epoch, device, ...naming]);

  return {
    epoch,
    seal: async (purpose, device, naming, plaintext) => {
      const envelope = await envelopeFor(purpose, device);
      const data = additional(envelope, purpose, device, naming);
      return sealEnvelope(envelope, data, pad(plaintext), random);
    },
    open: async (purpose, device, naming, sealed) => {
      const envelope = await envelopeFor(purpose, device);
      const data = additional(envelope, purpose, device, naming);
      const opened = await openEnvelope(envelope, data, sealed);
      const plaintext = opened.ok ? unpad(opened.value) : null;
      if (plaintext !== null) return ok(plaintext);
      const reason = opened.ok ? "damaged" : opened.error;
      return err({
        type: "NotOpened",
        reason: reason === "newer" || reason === "otherEpoch" ? reason : "damaged",
      });
    },
  };
}

/** What an epoch key is wrapped for [G5]: a wrap cannot be moved to another space, epoch or device. */
const wrapInfo = (space: Uint8Array, epoch: number, device: Uint8Array) =>
  encodeFields(["headroom epoch key v1", space, epoch, device]);

/** An epoch key sealed to one device, by its public sealing key. */
export const wrapEpochKey = (
  key: EpochKey,
  space: Uint8Array,
  device: { readonly signing: Uint8Array; readonly sealing: Uint8Array },
): Promise<Uint8Array<ArrayBuffer>> =>
  sealTo(device.sealing, wrapInfo(space, key.epoch, device.signing), key.bytes);

/** The epoch key again, by the device it was wrapped for. */
export async function unwrapEpochKey(
  wrapped: Uint8Array,
  space: Uint8Array,
  epoch: number,
  device: { readonly signing: Uint8Array; readonly secretKey: Uint8Array },
): Promise<Result<EpochKey, NotForUs>> {
  const info = wrapInfo(space, epoch, device.signing);
  const opened = await openSealedTo(device.secretKey, info, wrapped);
  if (!opened.ok) return opened;
  return opened.value.length === keyLength
    ? ok({ epoch, bytes: opened.value })
    : err({ type: "NotForUs" });
}

const nobody = new Uint8Array(32);

/** The key before, sealed under the new one [G6], so that whoever has the newest reads everything. */
export const sealOlderKey = (sealer: EpochSealer, older: EpochKey): Promise<Uint8Array> =>
  sealer.seal("older key", nobody, [older.epoch], older.bytes);

/** The key of `epoch` again. */
export async function openOlderKey(
  sealer: EpochSealer,
  epoch: number,
  sealed: Uint8Array,
): Promise<Result<EpochKey, NotOpened>> {
  const opened = await sealer.open("older key", nobody, [epoch], sealed);
  if (!opened.ok) return opened;
  return opened.value.length === keyLength
    ? ok({ epoch, bytes: opened.value })
    : err({ type: "NotOpened", reason: "damaged" });
}
