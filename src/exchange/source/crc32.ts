const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

/** The checksum of zip and gzip (ISO 3309) of a run of bytes, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  // A plain index is several times faster here than an iterator.
  for (let at = 0; at < bytes.length; at += 1)
    sum = (sum >>> 8) ^ (table[(sum ^ (bytes[at] as number)) & 0xff] as number);
  return (sum ^ -1) >>> 0;
}
