import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { aesGcmDecrypt, aesGcmEncrypt } from "./aesGcm.ts";
import type { CommittedKey } from "./CommittedKey.ts";
import { encodeHead, headerLength, headLength, nonceLength, readHead } from "./SealedHeader.ts";

/** Why sealed bytes do not open: not ours, from a later version, or not what was sealed here. */
export type EnvelopeFailure = "notSealed" | "newer" | "otherEpoch" | "wrongKey" | "damaged";

/** A key ready to seal with: its head is the same for everything it seals. */
export interface Envelope {
  readonly key: CryptoKey;
  readonly epoch: number;
  /** All of the header before the nonce; the first field of additional data [A1]. */
  readonly head: Uint8Array<ArrayBuffer>;
}

/** An envelope for a key of an epoch. */
export const createEnvelope = ({ key, commitment }: CommittedKey, epoch: number): Envelope => ({
  key,
  epoch,
  head: encodeHead(epoch, commitment),
});

/** Begins with these bytes, told in a time that does not say where they differ. */
function beginsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  let difference = 0;
  for (let at = 0; at < start.length; at += 1) difference |= (bytes[at] ?? 256) ^ (start[at] ?? 0);
  return difference === 0;
}

/** Head, nonce and ciphertext of `plaintext`, bound to `additionalData`, which is needed again to open. */
export async function sealEnvelope(
  { key, head }: Envelope,
  additionalData: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = random.bytes(nonceLength);
  const ciphertext = await aesGcmEncrypt(key, nonce, additionalData, plaintext);
  const sealed = new Uint8Array(headerLength + ciphertext.length);
  sealed.set(head);
  sealed.set(nonce, headLength);
  sealed.set(ciphertext, headerLength);
  return sealed;
}

/** Opens what `sealEnvelope` made; epoch and commitment are checked before anything is decrypted [C2]. */
export async function openEnvelope(
  { key, epoch, head }: Envelope,
  additionalData: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, EnvelopeFailure>> {
  if (!beginsWith(sealed, head)) {
    const read = readHead(sealed);
    if (!read.ok) return read;
    return err(read.value.epoch === epoch ? "wrongKey" : "otherEpoch");
  }
  const nonce = sealed.slice(headLength, headerLength);
  if (nonce.length < nonceLength) return err("notSealed");
  const plaintext = await aesGcmDecrypt(key, nonce, additionalData, sealed.slice(headerLength));
  return plaintext === null ? err("damaged") : ok(plaintext);
}
