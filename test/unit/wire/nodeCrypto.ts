import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

const prefix = Buffer.from("302a300506032b6570032100", "hex");

/** Ed25519 and SHA-256 by Node, in the shapes that wire asks for. */
export const nodeCrypto = {
  sha256: async (bytes: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(createHash("sha256").update(bytes).digest()),
  verify: async (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> => {
    try {
      const der = Buffer.concat([prefix, key]);
      return verify(
        null,
        bytes,
        createPublicKey({ key: der, format: "der", type: "spki" }),
        signature,
      );
    } catch {
      return false;
    }
  },
};

/** A device's signing key for tests. */
export interface TestDevice {
  readonly id: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** A new device with real keys. */
export function newDevice(): TestDevice {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    id: new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32)),
    sign: async (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}
