import { Inflate } from "fflate";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import { type ByteBudget, OverBudget } from "./ByteBudget.ts";
import { crc32 } from "./crc32.ts";
import { joinBytes } from "./joinBytes.ts";

/** Where a zip's central directory says that a file stands, and what its checksum is. */
export interface ZipPlace {
  readonly offset: number;
  readonly compressedSize: number;
  readonly compressionMethod: number;
  readonly crc32?: number;
}

const headerBytes = 30;
/** Packed bytes handed to the inflater at once: at most about a thousand times as many come out. */
const pieceBytes = 4096;
const stored = 0;
const deflated = 8;

/**
 * The bytes of one file in a zip, counted while they are unpacked. Throws `OverBudget`, or another
 * error where it does not hold what the directory says.
 */
export async function inflateEntry(
  zip: SourceFile,
  place: ZipPlace,
  budget: ByteBudget,
): Promise<Uint8Array<ArrayBuffer>> {
  // Deflate never makes much more of what it packs.
  if (place.compressedSize > budget.limit) throw new OverBudget();
  const packed = await packedBytes(zip, place);
  const bytes = place.compressionMethod === stored ? copied(packed, budget) : null;
  const whole = bytes ?? inflated(packed, place, budget);
  if (crc32(whole) !== place.crc32) throw new Error("checksum differs");
  return whole;
}

async function packedBytes(zip: SourceFile, place: ZipPlace): Promise<Uint8Array<ArrayBuffer>> {
  const header = new DataView(
    await zip.slice(place.offset, place.offset + headerBytes).arrayBuffer(),
  );
  if (header.byteLength < headerBytes || header.getUint32(0, true) !== 0x04034b50)
    throw new Error("no file where one should be");
  const start =
    place.offset + headerBytes + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + place.compressedSize;
  if (end > zip.size) throw new Error("breaks off");
  return new Uint8Array(await zip.slice(start, end).arrayBuffer());
}

function copied(packed: Uint8Array<ArrayBuffer>, budget: ByteBudget): Uint8Array<ArrayBuffer> {
  budget.spend(packed.length);
  return packed;
}

function inflated(
  packed: Uint8Array,
  { compressionMethod }: ZipPlace,
  budget: ByteBudget,
): Uint8Array<ArrayBuffer> {
  if (compressionMethod !== deflated) throw new Error("unknown compression");
  const parts: Uint8Array[] = [];
  const inflater = new Inflate((part) => {
    budget.spend(part.length);
    if (part.length > 0) parts.push(part.slice());
  });
  for (let at = 0; at < packed.length; at += pieceBytes)
    inflater.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  return joinBytes(parts);
}
