import { x25519 } from "@noble/curves/ed25519.js";
import { publicKeyOf, sign } from "#crypto/space/nobleEd25519.ts";
import { createSigner, newSigningKey } from "#crypto/space/SigningKey.ts";
import { openSealedTo, sealTo } from "#crypto/space/sealTo.ts";

/** A secret key with zeros at its ends, and what @noble/curves makes of it. */
export interface ZeroKey {
  readonly name: string;
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly sealingKey: Uint8Array;
}

const words = new TextEncoder().encode("Bed 4 waited three hours for a porter.");
const info = new TextEncoder().encode("zero keys");

/** Keys with up to three zeros at either end: engines have lost them there. */
export const zeroKeys: readonly ZeroKey[] = [0, 1, 2, 3].flatMap((before) =>
  [0, 1, 3].map((after) => {
    const secret = Uint8Array.from({ length: 32 }, (_, at) =>
      at < before || at >= 32 - after ? 0 : (at * 37 + 11) % 256 || 1,
    );
    return {
      name: `${before} zeros before, ${after} after`,
      secret,
      publicKey: publicKeyOf(secret),
      signature: sign(secret, words),
      sealingKey: x25519.getPublicKey(secret),
    };
  }),
);

const same = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Names of the keys with which the app signs or opens anything else than @noble/curves does. */
export async function zeroKeyDisagreements(keys: readonly ZeroKey[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { name, secret, publicKey, signature, sealingKey } of keys) {
    const key = await newSigningKey({ bytes: () => secret });
    const signed = await createSigner(key)(words);
    const opened = await openSealedTo(secret, info, await sealTo(sealingKey, info, words));
    const isRight =
      same(key.publicKey, publicKey) &&
      same(signed, signature) &&
      opened.ok &&
      same(opened.value, words);
    if (!isRight) wrong.push(name);
  }
  return wrong;
}

/** The keys with one bit of what is expected wrong: a check that lets them pass checks nothing. */
export const spoiledZeroKeys: readonly ZeroKey[] = zeroKeys.map((key) => ({
  ...key,
  signature: key.signature.with(0, (key.signature[0] ?? 0) ^ 1),
}));
