import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";

/** What comes before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const prefix = Buffer.from("302a300506032b6570032100", "hex");
const mostKeys = 10_000;
const keys = new Map<string, KeyObject>();

function keyObject(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString("base64");
  const known = keys.get(name);
  if (known) return known;
  const made = createPublicKey({
    key: Buffer.concat([prefix, publicKey]),
    format: "der",
    type: "spki",
  });
  if (keys.size >= mostKeys) keys.clear();
  keys.set(name, made);
  return made;
}

/** SHA-256, at once. */
export const sha256 = (bytes: Uint8Array): Uint8Array =>
  createHash("sha256").update(bytes).digest();

/** The primitives that `wire` asks for, by Node. */
export const nodeCrypto = {
  sha256: async (bytes: Uint8Array): Promise<Uint8Array> => sha256(bytes),
  verify: async (
    publicKey: Uint8Array,
    bytes: Uint8Array,
    signature: Uint8Array,
  ): Promise<boolean> => {
    try {
      return verify(null, bytes, keyObject(publicKey), signature);
    } catch {
      // 32 bytes that are no key: nobody's signature.
      return false;
    }
  },
};
