import { encodeFields, type Field } from "#wire/encodeFields.ts";
import { hkdfBytes, hkdfSealingKey, importSecret } from "./hkdf.ts";
import { commitmentLength } from "./SealedHeader.ts";

/**
 * A key for sealing and the commitment that says which key it is. AES-GCM alone lets someone craft
 * one ciphertext that opens under two keys; the commitment, checked first, does not.
 */
export interface CommittedKey {
  readonly key: CryptoKey;
  readonly commitment: Uint8Array<ArrayBuffer>;
}

/** The HKDF info of a subkey [K2]: what it is for, then what it belongs to. */
export const keyInfo = (purpose: string, context: readonly Field[]) =>
  encodeFields(["headroom v1", purpose, ...context]);

/**
 * Two subkeys of a secret by HKDF-SHA-256 [K3]: one seals, one is shown as the commitment. `salt`
 * may be empty where the secret is uniformly random. The caller wipes `secret`.
 */
export async function deriveCommittedKey(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  purpose: string,
  context: readonly Field[],
): Promise<CommittedKey> {
  const material = await importSecret(secret);
  const [key, commitment] = await Promise.all([
    hkdfSealingKey(material, salt, keyInfo(`${purpose} key`, context)),
    hkdfBytes(material, salt, keyInfo(`${purpose} commitment`, context), commitmentLength),
  ]);
  return { key, commitment };
}
