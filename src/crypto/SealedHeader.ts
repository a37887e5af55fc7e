import { err, ok, type Result } from "#base/Result.ts";
import { nonceLength } from "./aesGcm.ts";

/** What stands in the clear before every ciphertext [S2]. */
export interface SealedHeader {
  /** Which journal key; counts up when a journal gets a new one. */
  readonly epoch: number;
  /** 32 bytes that only the right key gives [C1]. */
  readonly commitment: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
}

const magic = [0x48, 0x64, 0x72, 0x6d]; // "Hdrm"
const formatVersion = 1;
const aes256Gcm = 1;

/** Bytes of a key commitment. */
export const commitmentLength = 32;
const nonceAt = 10 + commitmentLength;
/** Bytes of a header. */
export const headerLength = nonceAt + nonceLength;

/** The header's bytes: magic, version, suite, epoch, commitment, nonce. */
export function encodeHeader(header: SealedHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength);
  bytes.set([...magic, formatVersion, aes256Gcm]);
  new DataView(bytes.buffer).setUint32(6, header.epoch);
  bytes.set(header.commitment, 10);
  bytes.set(header.nonce, nonceAt);
  return bytes;
}

/** Reads the header off sealed bytes. `newer`: a version or suite this code has never heard of. */
export function decodeHeader(sealed: Uint8Array): Result<SealedHeader, "notSealed" | "newer"> {
  if (sealed.length < 6 || magic.some((byte, at) => sealed[at] !== byte)) return err("notSealed");
  if (sealed[4] !== formatVersion || sealed[5] !== aes256Gcm) return err("newer");
  if (sealed.length < headerLength) return err("notSealed");
  return ok({
    epoch: new DataView(sealed.buffer, sealed.byteOffset).getUint32(6),
    commitment: sealed.slice(10, nonceAt),
    nonce: sealed.slice(nonceAt, headerLength),
  });
}
