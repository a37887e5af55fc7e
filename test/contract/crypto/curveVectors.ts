import * as v from "valibot";
import { nobleX25519 } from "#crypto/space/nobleX25519.ts";

/** Bytes of hexadecimal text. */
const hex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const result = v.picklist(["valid", "invalid", "acceptable"]);
const signaturesSchema = v.object({
  testGroups: v.array(
    v.object({
      publicKey: v.object({ pk: v.string() }),
      tests: v.array(v.object({ tcId: v.number(), msg: v.string(), sig: v.string(), result })),
    }),
  ),
});
const agreementsSchema = v.object({
  testGroups: v.array(
    v.object({
      tests: v.array(
        v.object({
          tcId: v.number(),
          public: v.string(),
          private: v.string(),
          shared: v.string(),
          result,
        }),
      ),
    }),
  ),
});

/** A vector of Wycheproof's Ed25519 file, with the public key of its group. */
export type SignatureVector = v.InferOutput<
  typeof signaturesSchema
>["testGroups"][number]["tests"][number] & { readonly pk: string };
/** A vector of Wycheproof's X25519 file. */
export type AgreementVector = v.InferOutput<
  typeof agreementsSchema
>["testGroups"][number]["tests"][number];

/** Every Ed25519 vector. */
export const chooseSignatures = (text: string): readonly SignatureVector[] =>
  v
    .parse(signaturesSchema, JSON.parse(text))
    .testGroups.flatMap(({ publicKey: { pk }, tests }) => tests.map((test) => ({ ...test, pk })));

/** Every X25519 vector. */
export const chooseAgreements = (text: string): readonly AgreementVector[] =>
  v.parse(agreementsSchema, JSON.parse(text)).testGroups.flatMap(({ tests }) => tests);

/** RFC 8032, 7.1, test 2, and a signature that is none. */
export const rfc8032Vectors: readonly SignatureVector[] = [
  {
    tcId: -1,
    pk: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    msg: "72",
    sig: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    result: "valid",
  },
  {
    tcId: -2,
    pk: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    msg: "73",
    sig: "00".repeat(64),
    result: "invalid",
  },
];

/** RFC 7748, 6.1: Alice's secret key with Bob's public one. */
export const rfc7748Vector: AgreementVector = {
  tcId: -1,
  private: "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
  public: "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
  shared: "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
  result: "valid",
};

/** Numbers of the vectors on which `verify` and Wycheproof disagree. */
export async function signatureDisagreements(
  vectors: readonly SignatureVector[],
  verify: (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>,
): Promise<readonly number[]> {
  const wrong: number[] = [];
  for (const { tcId, pk, msg, sig, result: expected } of vectors)
    if ((await verify(hex(pk), hex(msg), hex(sig))) !== (expected === "valid")) wrong.push(tcId);
  return wrong;
}

/** The secret that a secret and a public key agree on; null where it is refused. */
export type Agree = (
  secret: Uint8Array<ArrayBuffer>,
  other: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array | null>;

/** PKCS #8 of an X25519 key (RFC 8410), up to its 32 bytes: as HPKE's library imports it. */
const pkcs8Start = hex("302e020100300506032b656e04220420");

/** As HPKE's library asks WebCrypto, or what stands in for it. */
const agreeBy =
  <Key>(api: {
    importPrivate: (pkcs8: Uint8Array<ArrayBuffer>) => Promise<Key>;
    importPublic: (raw: Uint8Array<ArrayBuffer>) => Promise<Key>;
    derive: (other: Key, key: Key) => Promise<ArrayBuffer | ArrayBufferLike>;
  }): Agree =>
  async (secret, other) => {
    try {
      const key = await api.importPrivate(new Uint8Array([...pkcs8Start, ...secret]));
      return new Uint8Array(await api.derive(await api.importPublic(other), key));
    } catch {
      return null;
    }
  };

const x25519 = { name: "X25519" };
/** X25519 by WebCrypto. */
export const agreeByWebCrypto = agreeBy({
  importPrivate: (bytes) => crypto.subtle.importKey("pkcs8", bytes, x25519, false, ["deriveBits"]),
  importPublic: (bytes) => crypto.subtle.importKey("raw", bytes, x25519, true, []),
  derive: (other, key) => crypto.subtle.deriveBits({ ...x25519, public: other }, key, 256),
});
/** X25519 by what stands in where WebCrypto has none. */
export const agreeByNoble = agreeBy({
  importPrivate: (bytes) => nobleX25519.importKey("pkcs8", bytes),
  importPublic: (bytes) => nobleX25519.importKey("raw", bytes),
  derive: (other, key) => nobleX25519.deriveBits({ public: other }, key),
});

/** Numbers of the vectors on which `agree` and Wycheproof disagree. What is only acceptable may be refused (RFC 7748, 6.1). */
export async function agreementDisagreements(
  vectors: readonly AgreementVector[],
  agree: Agree,
): Promise<readonly number[]> {
  const wrong: number[] = [];
  for (const vector of vectors) {
    const shared = await agree(hex(vector.private), hex(vector.public));
    const isRight = shared === null ? vector.result !== "valid" : toHex(shared) === vector.shared;
    if (!isRight || (shared !== null && vector.result === "invalid")) wrong.push(vector.tcId);
  }
  return wrong;
}
