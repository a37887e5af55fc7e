import * as encoding from "lib0/encoding";
import { encodeUtf8 } from "lib0/string";

/** Bytes being written. Numbers and lengths out of range are bugs and throw. */
export interface ByteSink {
  readonly byte: (value: number) => void;
  /** LEB128; whole, 0 to 2^53 − 1. */
  readonly whole: (value: number) => void;
  /** Four bytes, big-endian. */
  readonly uint32: (value: number) => void;
  /** Bytes whose length both ends know. */
  readonly exactly: (length: number, value: Uint8Array) => void;
  /** A length and the bytes. */
  readonly bytes: (value: Uint8Array) => void;
  readonly text: (value: string) => void;
  readonly list: <T>(items: readonly T[], write: (item: T) => void) => void;
}

function sinkOf(encoder: encoding.Encoder): ByteSink {
  const whole = (value: number) => {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("not a whole number");
    encoding.writeVarUint(encoder, value);
  };
  return {
    byte: (value) => encoding.writeUint8(encoder, value),
    whole,
    uint32: (value) => encoding.writeUint32BigEndian(encoder, value),
    exactly: (length, value) => {
      if (value.length !== length) throw new RangeError(`expected ${length} bytes`);
      encoding.writeUint8Array(encoder, value);
    },
    bytes: (value) => encoding.writeVarUint8Array(encoder, value),
    text: (value) => encoding.writeVarUint8Array(encoder, encodeUtf8(value)),
    list: (items, write) => {
      whole(items.length);
      for (const item of items) write(item);
    },
  };
}

/** The bytes that `write` writes. */
export function writeBytes(write: (to: ByteSink) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  write(sinkOf(encoder));
  return encoding.toUint8Array(encoder);
}
