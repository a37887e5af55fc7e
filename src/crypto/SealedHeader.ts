import { err, ok, type Result } from "#base/Result.ts";

// What stands in the clear before every ciphertext [S2]: a head (magic, version, suite, epoch, key
// commitment), which is the same for all that one key seals, and a nonce.

const magic = [0x48, 0x64, 0x72, 0x6d]; // "Hdrm"
const formatVersion = 1;
const aes256Gcm = 1;
const epochAt = 6;
const commitmentAt = 10;

/** Bytes of a key commitment. */
export const commitmentLength = 32;
/** Bytes of a nonce. */
export const nonceLength = 12;
/** Bytes of a head. */
export const headLength = commitmentAt + commitmentLength;
/** Bytes of a whole header. */
export const headerLength = headLength + nonceLength;

/** The head of everything sealed under the key with this commitment. */
export function encodeHead(epoch: number, commitment: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(headLength);
  head.set([...magic, formatVersion, aes256Gcm]);
  new DataView(head.buffer).setUint32(epochAt, epoch);
  head.set(commitment, commitmentAt);
  return head;
}

/** Reads a head of unknown origin [S3]. `newer`: a version or suite this code has never heard of. */
export function readHead(
  sealed: Uint8Array,
): Result<{ readonly epoch: number }, "notSealed" | "newer"> {
  const [version, suite] = sealed.subarray(magic.length);
  if (suite === undefined || magic.some((byte, at) => sealed[at] !== byte)) return err("notSealed");
  if (version !== formatVersion || suite !== aes256Gcm) return err("newer");
  if (sealed.length < headerLength) return err("notSealed");
  return ok({ epoch: new DataView(sealed.buffer, sealed.byteOffset).getUint32(epochAt) });
}
