import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { aesGcmDecrypt, aesGcmEncrypt, nonceLength } from "./aesGcm.ts";
import type { CommittedKey } from "./CommittedKey.ts";
import { encodeFields, type Field } from "./fields.ts";
import { decodeHeader, encodeHeader, headerLength } from "./SealedHeader.ts";

/** Why sealed bytes do not open: not ours, from a later version, or not what was sealed here. */
export type EnvelopeFailure = "notSealed" | "newer" | "otherEpoch" | "wrongKey" | "damaged";

/** Everything of the header that the nonce does not already bind, then what the bytes are [A1]. */
const additionalData = (header: Uint8Array<ArrayBuffer>, naming: readonly Field[]) =>
  encodeFields([header.subarray(0, headerLength - nonceLength), ...naming]);

/** Equal in every byte, in a time that does not tell where they differ. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0);
  return difference === 0;
}

/** Header and ciphertext of `plaintext`, bound to `naming`: to open, the same naming is needed. */
export async function sealEnvelope(
  { key, commitment }: CommittedKey,
  epoch: number,
  naming: readonly Field[],
  plaintext: Uint8Array<ArrayBuffer>,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = random.bytes(nonceLength);
  const header = encodeHeader({ epoch, commitment, nonce });
  const ciphertext = await aesGcmEncrypt(key, nonce, additionalData(header, naming), plaintext);
  const sealed = new Uint8Array(header.length + ciphertext.length);
  sealed.set(header);
  sealed.set(ciphertext, header.length);
  return sealed;
}

/** Opens what `sealEnvelope` made; checks epoch and commitment before anything is decrypted [C2]. */
export async function openEnvelope(
  { key, commitment }: CommittedKey,
  epoch: number,
  naming: readonly Field[],
  sealed: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, EnvelopeFailure>> {
  const header = decodeHeader(sealed);
  if (!header.ok) return header;
  if (header.value.epoch !== epoch) return err("otherEpoch");
  if (!sameBytes(header.value.commitment, commitment)) return err("wrongKey");
  const plaintext = await aesGcmDecrypt(
    key,
    header.value.nonce,
    additionalData(sealed.slice(0, headerLength), naming),
    sealed.slice(headerLength),
  );
  return plaintext === null ? err("damaged") : ok(plaintext);
}
