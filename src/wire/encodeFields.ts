import { encodeUtf8 } from "lib0/string";

/** One field of an encoding: text is UTF-8; a number is a whole one below 2³². */
export type Field = string | Uint8Array | number;

function fieldBytes(field: Field): Uint8Array {
  if (typeof field === "number") {
    if (!Number.isInteger(field) || field < 0 || field > 0xffffffff) {
      throw new RangeError("a number field must be a whole number below 2^32");
    }
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, field);
    return bytes;
  }
  if (typeof field !== "string") return field;
  // UTF-8 has no lone surrogates: two different ones would encode alike.
  if (!field.isWellFormed()) throw new RangeError("a text field must be well-formed Unicode");
  return encodeUtf8(field);
}

/**
 * Encodes a list of fields so that no two lists give the same bytes: each field is preceded by its
 * length as four bytes, big-endian [E1 of src/crypto/SPEC.md]. Throws on lone surrogates and on numbers out of range.
 */
export function encodeFields(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const parts = fields.map(fieldBytes);
  const encoded = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(encoded.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    encoded.set(part, at + 4);
    at += 4 + part.length;
  }
  return encoded;
}
