import { base64urlnopad } from "@scure/base";
import { err, ok, type Result } from "#base/Result.ts";
import type { Malformed } from "./ByteSource.ts";

/** How an id (a space, a device, an invitation …) is written in addresses and used as a key: base64url. */
export const idText = (id: Uint8Array): string => base64urlnopad.encode(id);

/** The `length` bytes that `idText` wrote, else `Malformed`. One id has one text. */
export function idBytes(text: string, length: number): Result<Uint8Array, Malformed> {
  try {
    const bytes = base64urlnopad.decode(text);
    if (bytes.length === length) return ok(bytes);
  } catch {
    // Not base64url: said below.
  }
  return err({ type: "Malformed" });
}
