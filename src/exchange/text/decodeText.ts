import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal } from "#core/exchange/Importing.ts";

/** Text out of a file, and whether its encoding had to be taken for that of older Windows programs. */
export interface DecodedText {
  readonly text: string;
  readonly isWindows1252: boolean;
}

/** Which 16-bit encoding these bytes are in, by their mark or, without one, by where their zeros stand. */
function sixteenBit(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const pairs = Math.min(bytes.length, 256) >> 1;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) even += 1;
    if (bytes[2 * pair + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.6 && even === 0) return "utf-16le";
  if (even > pairs * 0.6 && odd === 0) return "utf-16be";
  return null;
}

const decode = (encoding: string, bytes: Uint8Array<ArrayBuffer>): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Controls that no text file holds, above which it is taken for pictures, programs and the like. */
function looksBinary(bytes: Uint8Array): boolean {
  const looked = Math.min(bytes.length, 65536);
  let odd = 0;
  for (let at = 0; at < looked; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  }
  return odd > looked / 50 + 2;
}

/**
 * The text of a file: UTF-8, or UTF-16 by its mark or its zeros, without the mark. What is neither is
 * read as Windows-1252, which Excel in Britain still writes, unless it is `strict` or does not look
 * like text.
 */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
  strict: boolean,
): Result<DecodedText, Refusal> {
  const wide = sixteenBit(bytes);
  const text = decode(wide ?? "utf-8", bytes);
  if (text !== null && (wide !== null || !looksBinary(bytes)))
    return ok({ text, isWindows1252: false });
  if (wide !== null || strict || looksBinary(bytes)) return err({ type: "NotText" });
  return ok({ text: decode("windows-1252", bytes) ?? "", isWindows1252: true });
}
