import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import type { Random } from "#base/Random.ts";
import { isRefused } from "./isRefused.ts";
import { ownBytes } from "./ownBytes.ts";

/** A device's signing key in one space [D1 of src/sync/SPEC.md]. `seed` is secret; 32 bytes each. */
export interface SigningKey {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

const ed25519 = { name: "Ed25519" };
/** PKCS #8 of an Ed25519 key (RFC 8410), up to its 32 bytes. */
const pkcs8Start = [
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];
const keyLength = 32;
const signatureLength = 64;

const noble = () => import("./nobleEd25519.ts");

/** The order of the curve's group, least byte first. */
const order = new Uint8Array(keyLength);
order.set([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
]);
order[31] = 0x10;

/** Whether the signature's number is the least that fits (RFC 8032, 5.1.7): WebKitGTK 2.50 takes others, too. */
function isLeast(signature: Uint8Array): boolean {
  for (let at = keyLength - 1; at >= 0; at -= 1) {
    const difference = (signature[keyLength + at] ?? 0) - (order[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Does it by WebCrypto, or by @noble/curves where the browser knows no Ed25519 or does not take the key. */
async function withEd25519<T>(
  native: () => Promise<T>,
  other: (curve: Awaited<ReturnType<typeof noble>>) => T,
): Promise<T> {
  try {
    return await native();
  } catch (error) {
    if (!isRefused(error)) throw error;
    return other(await noble());
  }
}

const importSeed = (seed: Uint8Array, extractable: boolean) =>
  crypto.subtle.importKey("pkcs8", new Uint8Array([...pkcs8Start, ...seed]), ed25519, extractable, [
    "sign",
  ]);

const jwkSchema = v.object({ x: v.string() });

/** A fresh signing key [G1]. */
export async function newSigningKey(random: Random): Promise<SigningKey> {
  const seed = random.bytes(keyLength);
  const publicKey = await withEd25519<Uint8Array>(
    async () => {
      const jwk = await crypto.subtle.exportKey("jwk", await importSeed(seed, true));
      return new Uint8Array(base64urlnopad.decode(v.parse(jwkSchema, jwk).x));
    },
    (curve) => curve.publicKeyOf(seed),
  );
  return { seed, publicKey };
}

/** Makes Ed25519 signatures of 64 bytes. The key is imported once. */
export function createSigner({ seed }: SigningKey): (bytes: Uint8Array) => Promise<Uint8Array> {
  const key = importSeed(seed, false);
  // Said again, where it matters, by the first signature.
  key.catch(() => undefined);
  return (bytes) =>
    withEd25519<Uint8Array>(
      async () => new Uint8Array(await crypto.subtle.sign(ed25519, await key, ownBytes(bytes))),
      (curve) => curve.sign(seed, bytes),
    );
}

/** Public keys imported lately: the same few devices sign everything. */
const imported = new Map<string, Promise<CryptoKey>>();
const mostImported = 512;

function importPublic(publicKey: Uint8Array): Promise<CryptoKey> {
  const name = base64urlnopad.encode(publicKey);
  const known = imported.get(name);
  if (known !== undefined) return known;
  if (imported.size >= mostImported) imported.clear();
  const key = crypto.subtle.importKey("raw", ownBytes(publicKey), ed25519, false, ["verify"]);
  imported.set(name, key);
  key.catch(() => imported.delete(name));
  return key;
}

/** Whether an Ed25519 signature is right. A key or signature that is none is simply not right. */
export async function verifySignature(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== keyLength || signature.length !== signatureLength) return false;
  if (!isLeast(signature)) return false;
  try {
    return await withEd25519(
      async () =>
        crypto.subtle.verify(
          ed25519,
          await importPublic(publicKey),
          ownBytes(signature),
          ownBytes(bytes),
        ),
      (curve) => curve.verify(publicKey, bytes, signature),
    );
  } catch (error) {
    // WebCrypto refuses some public keys when they are imported.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
