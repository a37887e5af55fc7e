import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from "@hpke/core";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import { isRefused } from "./isRefused.ts";
import { ownBytes } from "./ownBytes.ts";

/** X25519 keys to seal to; 32 bytes each. */
export interface SealingKeys {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Sealed bytes that these keys do not open, or not as what they were sealed for. */
export interface NotForUs {
  readonly type: "NotForUs";
}

let prepared: Promise<CipherSuite> | null = null;

/** HPKE as it is used here [G4]; its curve by WebCrypto, or by @noble/curves where the browser has none. */
function hpke(): Promise<CipherSuite> {
  prepared ??= prepare();
  prepared.catch(() => {
    prepared = null;
  });
  return prepared;
}

async function prepare(): Promise<CipherSuite> {
  const kem = new DhkemX25519HkdfSha256();
  if (!(await hasX25519())) {
    const { nobleX25519 } = await import("./nobleX25519.ts");
    // The library asks for no other curve than the browser's: it is handed one in the same place (pinned; tested).
    Reflect.set(Reflect.get(kem, "_prim"), "_api", nobleX25519);
  }
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** PKCS #8 of an X25519 key (RFC 8410) that begins with a zero, as one in 256 does. */
const zeroFirst = new Uint8Array([
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04],
  ...[0x20, 0x00, ...new Uint8Array(31).fill(1)],
]);

/** Whether WebCrypto has X25519, and takes every key of it. */
async function hasX25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey("pkcs8", zeroFirst, "X25519", false, ["deriveBits"]);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

const encapsulatedLength = 32;

/** Fresh keys [G1]. */
export async function newSealingKeys(random: Random): Promise<SealingKeys> {
  const suite = await hpke();
  const pair = await suite.kem.deriveKeyPair(random.bytes(32).buffer);
  const [secretKey, publicKey] = await Promise.all([
    suite.kem.serializePrivateKey(pair.privateKey),
    suite.kem.serializePublicKey(pair.publicKey),
  ]);
  return { secretKey: new Uint8Array(secretKey), publicKey: new Uint8Array(publicKey) };
}

/**
 * Seals to a public key: HPKE (RFC 9180), base mode, X25519-HKDF-SHA256, HKDF-SHA256, AES-256-GCM
 * [G4]. The 32 bytes of `enc`, then the ciphertext. `info` says what it is for; only the same opens it.
 */
export async function sealTo(
  publicKey: Uint8Array,
  info: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const suite = await hpke();
  const recipientPublicKey = await suite.kem.deserializePublicKey(ownBytes(publicKey));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, ownBytes(plaintext));
  const sealed = new Uint8Array(enc.byteLength + ct.byteLength);
  sealed.set(new Uint8Array(enc));
  sealed.set(new Uint8Array(ct), enc.byteLength);
  return sealed;
}

/** Opens what `sealTo` made for the public half of `secretKey`. */
export async function openSealedTo(
  secretKey: Uint8Array,
  info: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, NotForUs>> {
  const enc = ownBytes(sealed.slice(0, encapsulatedLength));
  const ciphertext = ownBytes(sealed.slice(encapsulatedLength));
  const suite = await hpke();
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(ownBytes(secretKey));
    return ok(new Uint8Array(await suite.open({ recipientKey, enc, info }, ciphertext)));
  } catch (error) {
    if (error instanceof HpkeError || error instanceof DOMException)
      return err({ type: "NotForUs" });
    throw error;
  }
}
