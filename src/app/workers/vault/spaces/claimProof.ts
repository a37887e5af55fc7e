import type { Claim } from "#core/space/claimsOf.ts";
import type { SharedRecord } from "#core/space/SharedRecord.ts";
import { encodeFields } from "#wire/encodeFields.ts";

const serialLength = 4;
const signatureLength = 64;
const wholeLength = 16;

/** A claim's proof taken apart [A2]. */
export interface ClaimProof {
  readonly serial: number;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
  /** The first 16 bytes of the hash of all that the document said then [A5]; empty where the proof is of the claim alone. */
  readonly whole: Uint8Array;
}

/** Reads a proof; null where there is none, or it has a length that none has. */
export function readProof(bytes: Uint8Array | undefined): ClaimProof | null {
  const rest = (bytes?.length ?? 0) - serialLength - signatureLength;
  if (bytes === undefined || (rest !== 0 && rest !== wholeLength)) return null;
  return {
    serial: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0),
    signature: bytes.slice(serialLength, serialLength + signatureLength),
    whole: bytes.slice(serialLength + signatureLength),
  };
}

/** Whether bytes are longer than any proof of this version: a later one's, or nothing. */
export const isNewerProof = ({ length }: Uint8Array): boolean =>
  length > serialLength + signatureLength + wholeLength;

/** What `readProof` reads. */
export function proofBytes({ serial, signature, whole }: ClaimProof): Uint8Array {
  const bytes = new Uint8Array(serialLength + signatureLength + whole.length);
  new DataView(bytes.buffer).setUint32(0, serial);
  bytes.set(signature, serialLength);
  bytes.set(whole, serialLength + signatureLength);
  return bytes;
}

/** The serial of a proof; 0 where there is none. */
export const serialOf = (bytes: Uint8Array | undefined): number => readProof(bytes)?.serial ?? 0;

/** What a proof signs [A2]. */
export function proofSigned(
  { space, id }: SharedRecord,
  { name, by, says }: Claim,
  { serial, whole }: Omit<ClaimProof, "signature">,
): Uint8Array {
  const about = [space, id, name, by].map((field) => field.toWellFormed());
  const fields = says.map((field) => field.toWellFormed());
  return whole.length === 0
    ? encodeFields(["headroom authorship v1", ...about, serial, ...fields])
    : encodeFields(["headroom authorship v2", ...about, serial, whole, ...fields]);
}

/** All that a document says [A5], as a proof names it. */
export async function wholeOf(
  contents: readonly string[],
  sha256: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const hash = await sha256(encodeFields(contents.map((field) => field.toWellFormed())));
  return hash.slice(0, wholeLength);
}
