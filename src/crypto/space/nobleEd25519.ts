import { ed25519 } from "@noble/curves/ed25519.js";

// Where WebCrypto has no Ed25519 (Chromium before 137, Firefox before 129): the same, slower.

/** The public key of a seed. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array => ed25519.getPublicKey(seed);

/** An Ed25519 signature (RFC 8032). */
export const sign = (seed: Uint8Array, bytes: Uint8Array): Uint8Array => ed25519.sign(bytes, seed);

/** Whether a signature is right, by RFC 8032 and not the laxer ZIP 215, so that all devices agree. */
export function verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
