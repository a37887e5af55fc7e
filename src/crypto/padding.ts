const block = 256;
const padmeFrom = 4096;
/** Sizes are kept within 32 bits; a record comes nowhere near. */
const largest = 0x7fffffff;
const marker = 0x80;

/**
 * PADMÉ (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files", 2019): the next
 * length whose last bits are zero, at most 12 % longer, so that sizes say O(log log n) bits.
 */
function padme(length: number): number {
  const exponent = 31 - Math.clz32(length);
  const kept = 32 - Math.clz32(exponent);
  const step = 2 ** (exponent - kept);
  return Math.ceil(length / step) * step;
}

/** How long `length` bytes are once padded [P1]: up to 4,096 a multiple of 256, beyond that PADMÉ. */
export function paddedLength(length: number): number {
  const withMarker = length + 1;
  if (withMarker > largest) throw new RangeError("too long to seal");
  return withMarker <= padmeFrom ? Math.ceil(withMarker / block) * block : padme(withMarker);
}

/** The bytes, a 0x80 marker, and zeros up to `paddedLength` [P2]. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(paddedLength(bytes.length));
  padded.set(bytes);
  padded[bytes.length] = marker;
  return padded;
}

/** The bytes that `pad` was given, or null where anything is not exactly as `pad` leaves it [P3]. */
export function unpad(padded: Uint8Array): Uint8Array<ArrayBuffer> | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (padded[end] !== marker || paddedLength(end) !== padded.length) return null;
  return padded.slice(0, end);
}
