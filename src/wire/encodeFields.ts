import { utf8TextEncoder } from "lib0/string";

/** One field of an encoding: text is UTF-8; a number is a whole one below 2³². */
export type Field = string | Uint8Array | number;

/** Bytes of a number, and of a length. */
const fixed = 4;
/** UTF-8 needs no more for one UTF-16 unit. */
const mostOfUnit = 3;

function mostBytes(field: Field): number {
  if (typeof field === "number") return fixed;
  return typeof field === "string" ? field.length * mostOfUnit : field.length;
}

/** Writes a field at `at`; says how long it is. */
function writeField(field: Field, to: Uint8Array, view: DataView, at: number): number {
  if (typeof field === "number") {
    if (!Number.isInteger(field) || field < 0 || field > 0xffffffff) {
      throw new RangeError("a number field must be a whole number below 2^32");
    }
    view.setUint32(at, field);
    return fixed;
  }
  if (typeof field !== "string") {
    to.set(field, at);
    return field.length;
  }
  // UTF-8 has no lone surrogates: two different ones would encode alike.
  if (!field.isWellFormed()) throw new RangeError("a text field must be well-formed Unicode");
  const { written }: { readonly written: number } = utf8TextEncoder.encodeInto(
    field,
    to.subarray(at),
  );
  return written;
}

/**
 * Encodes a list of fields so that no two lists give the same bytes: each field is preceded by its
 * length as four bytes, big-endian [E1 of src/crypto/SPEC.md]. Throws on lone surrogates and on numbers out of range.
 */
export function encodeFields(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  // Into one buffer: texts encoded one by one cost most of a signature's preparation.
  const most = fields.reduce<number>((sum, field) => sum + fixed + mostBytes(field), 0);
  const encoded = new Uint8Array(most);
  const view = new DataView(encoded.buffer);
  let at = 0;
  for (const field of fields) {
    const length = writeField(field, encoded, view, at + fixed);
    view.setUint32(at, length);
    at += fixed + length;
  }
  return encoded.slice(0, at);
}
