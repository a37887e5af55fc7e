/** Key material as WebCrypto holds it: usable for HKDF only, not readable again. */
export const importSecret = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits", "deriveKey"]);

const parameters = (salt: Uint8Array<ArrayBuffer>, info: Uint8Array<ArrayBuffer>) => ({
  name: "HKDF",
  hash: "SHA-256",
  salt,
  info,
});

/** HKDF-SHA-256 (RFC 5869): `length` bytes, at most 8,160; more rejects. */
export async function hkdfBytes(
  secret: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bits = await crypto.subtle.deriveBits(parameters(salt, info), secret, length * 8);
  return new Uint8Array(bits);
}

/** HKDF-SHA-256 straight into an AES-256-GCM key whose bytes never reach JavaScript. */
export const hkdfSealingKey = (
  secret: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(parameters(salt, info), secret, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
