import * as decoding from "lib0/decoding";
import { decodeUtf8 } from "lib0/string";
import { err, ok, type Result } from "#base/Result.ts";

/** Bytes that are not what they should be. It says nothing more, so that no word of them is repeated. */
export interface Malformed {
  readonly type: "Malformed";
}

const malformed: Malformed = { type: "Malformed" };

class Unreadable extends Error {}

function refuse(): never {
  throw new Unreadable();
}

/** Bytes being read from their start. Only within `readAll`, which catches what a bad read throws. */
export class ByteSource {
  readonly #decoder: decoding.Decoder;

  constructor(bytes: Uint8Array) {
    this.#decoder = decoding.createDecoder(bytes);
  }

  byte(): number {
    return this.hasMore() ? decoding.readUint8(this.#decoder) : refuse();
  }

  /** A LEB128 number of at most 2^53 − 1, and at most `largest` where given. */
  whole(largest = Number.MAX_SAFE_INTEGER): number {
    const number = decoding.readVarUint(this.#decoder);
    return Number.isSafeInteger(number) && number <= largest ? number : refuse();
  }

  /** Four bytes, big-endian. */
  uint32(): number {
    const four = this.exactly(4);
    return new DataView(four.buffer, four.byteOffset, 4).getUint32(0);
  }

  /** Exactly `length` bytes: a view, not a copy. */
  exactly(length: number): Uint8Array {
    const { arr, pos } = this.#decoder;
    return length <= arr.length - pos ? decoding.readUint8Array(this.#decoder, length) : refuse();
  }

  /** A length and that many bytes, at most `most`: a view, not a copy. */
  bytes(most: number): Uint8Array {
    return this.exactly(this.whole(most));
  }

  /** UTF-8 text of at most `most` bytes. */
  text(most: number): string {
    return decodeUtf8(this.bytes(most));
  }

  /** A count and that many items, at most `most`. Memory grows only as items are really read. */
  list<T>(most: number, read: (from: ByteSource) => T): T[] {
    const items = [];
    for (let left = this.whole(most); left > 0; left -= 1) items.push(read(this));
    return items;
  }

  /** Refuses what is being read. */
  refuse(): never {
    return refuse();
  }

  hasMore(): boolean {
    return decoding.hasContent(this.#decoder);
  }

  /** How many bytes have been read. */
  position(): number {
    return this.#decoder.pos;
  }
}

/**
 * Reads all of `bytes` with `read`: any bytes at all give a value or `Malformed`, never an exception,
 * and never a read beyond the end [F2]. Bytes left over are `Malformed` too.
 */
export function readAll<T>(bytes: Uint8Array, read: (from: ByteSource) => T): Result<T, Malformed> {
  try {
    const source = new ByteSource(bytes);
    const value = read(source);
    return source.hasMore() ? err(malformed) : ok(value);
  } catch {
    // lib0 and TextDecoder throw their own errors; whatever was wrong, it was in the bytes.
    return err(malformed);
  }
}
