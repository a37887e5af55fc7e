import { aesGcmDecrypt, aesGcmEncrypt } from "#crypto/aesGcm.ts";
import { hkdfBytes, importSecret } from "#crypto/hkdf.ts";

/** A vector of Wycheproof's AEAD files, with the sizes of its group in bits. */
export interface AeadVector {
  readonly tcId: number;
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly result: string;
}

/** A vector of Wycheproof's HKDF file. */
export interface HkdfVector {
  readonly tcId: number;
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
  readonly result: string;
}

interface File<Vector> {
  readonly testGroups: readonly {
    readonly ivSize?: number;
    readonly keySize?: number;
    readonly tagSize?: number;
    readonly tests: readonly Vector[];
  }[];
}

/** Vectors of the sizes that Headroom uses, and how many have other sizes. */
export interface Chosen<Vector> {
  readonly run: readonly Vector[];
  readonly otherSizes: number;
}

/** Bytes of hexadecimal text. */
const hex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** AES-GCM with 96-bit nonces, 128-bit tags and keys of 128 or 256 bits (Chromium has no 192). */
export function chooseAead(text: string): Chosen<AeadVector> {
  const groups = (JSON.parse(text) as File<AeadVector>).testGroups;
  const fits = groups.filter(
    ({ ivSize, keySize, tagSize }) => ivSize === 96 && tagSize === 128 && keySize !== 192,
  );
  const run = fits.flatMap((group) => group.tests);
  return { run, otherSizes: groups.flatMap((group) => group.tests).length - run.length };
}

/** Every HKDF-SHA-256 vector. */
export const chooseHkdf = (text: string): Chosen<HkdfVector> => ({
  run: (JSON.parse(text) as File<HkdfVector>).testGroups.flatMap((group) => group.tests),
  otherSizes: 0,
});

async function aeadAgrees(vector: AeadVector): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", hex(vector.key), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const [nonce, aad] = [hex(vector.iv), hex(vector.aad)];
  const opened = await aesGcmDecrypt(key, nonce, aad, hex(vector.ct + vector.tag));
  if (vector.result !== "valid") return opened === null;
  const sealed = await aesGcmEncrypt(key, nonce, aad, hex(vector.msg));
  return (
    opened !== null && toHex(opened) === vector.msg && toHex(sealed) === vector.ct + vector.tag
  );
}

async function hkdfAgrees(vector: HkdfVector): Promise<boolean> {
  const secret = await importSecret(hex(vector.ikm));
  const derived = hkdfBytes(secret, hex(vector.salt), hex(vector.info), vector.size);
  if (vector.result !== "valid")
    return derived.then(
      () => false,
      () => true,
    );
  return toHex(await derived) === vector.okm;
}

async function disagreeing<Vector extends { readonly tcId: number }>(
  vectors: readonly Vector[],
  agrees: (vector: Vector) => Promise<boolean>,
): Promise<readonly number[]> {
  const wrong: number[] = [];
  for (const vector of vectors) if (!(await agrees(vector))) wrong.push(vector.tcId);
  return wrong;
}

/** Numbers of the vectors on which our AES-GCM and Wycheproof disagree. */
export const aeadDisagreements = (vectors: readonly AeadVector[]) =>
  disagreeing(vectors, aeadAgrees);

/** Numbers of the vectors on which our HKDF and Wycheproof disagree. */
export const hkdfDisagreements = (vectors: readonly HkdfVector[]) =>
  disagreeing(vectors, hkdfAgrees);

/** One AES-256-GCM vector of the GCM specification (test case 16), for machines without the files. */
export const gcmSpecificationVector: AeadVector = {
  tcId: -16,
  key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
  iv: "cafebabefacedbaddecaf888",
  aad: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
  msg: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  ct: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
  tag: "76fc6ece0f4e1768cddf8853bb2d551b",
  result: "valid",
};

/** RFC 5869, test case 1. */
export const rfc5869Vector: HkdfVector = {
  tcId: -1,
  ikm: "0b".repeat(22),
  salt: "000102030405060708090a0b0c",
  info: "f0f1f2f3f4f5f6f7f8f9",
  size: 42,
  okm: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  result: "valid",
};

/** The vector with one bit of its expectation wrong: a check that lets it pass checks nothing. */
export const spoiled = {
  aead: { ...gcmSpecificationVector, tag: "77fc6ece0f4e1768cddf8853bb2d551b" },
  hkdf: { ...rfc5869Vector, okm: `2${rfc5869Vector.okm.slice(1)}` },
};
