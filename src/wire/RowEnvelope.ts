import type { Result } from "#base/Result.ts";
import { writeBytes } from "./ByteSink.ts";
import { type Malformed, readAll } from "./ByteSource.ts";
import { encodeFields } from "./encodeFields.ts";
import { limits } from "./limits.ts";

/** The head of one device's rows: its latest counter and the SHA-256 of that row's body. */
export interface DeviceHead {
  readonly device: Uint8Array;
  readonly counter: number;
  readonly hash: Uint8Array;
}

/** What an author signs of a row [U1]. */
export interface UnsignedRow {
  readonly space: Uint8Array;
  readonly epoch: number;
  /** The author's device id, 32 bytes. */
  readonly device: Uint8Array;
  /** 1 for a device's first row in the space. */
  readonly counter: number;
  /** SHA-256 of the body of this device's row before; zeros for the first. */
  readonly previous: Uint8Array;
  /** Heads of other devices that moved since this device's row before. */
  readonly seen: readonly DeviceHead[];
  /** Opaque here. */
  readonly sealed: Uint8Array;
}

/** The body of a row, read. */
export interface RowEnvelope extends UnsignedRow {
  readonly signature: Uint8Array;
  /** The bytes that `signature` is over, within what `rowSigned` puts round them. */
  readonly unsigned: Uint8Array;
}

/** The bytes of a row that its author signs; `rowSigned` adds the label and the uid. */
export function encodeUnsignedRow(row: UnsignedRow): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    to.byte(1);
    to.exactly(16, row.space);
    to.uint32(row.epoch);
    to.exactly(32, row.device);
    to.whole(row.counter);
    to.exactly(32, row.previous);
    to.list(row.seen, ({ device, counter, hash }) => {
      to.exactly(32, device);
      to.whole(counter);
      to.exactly(32, hash);
    });
    to.bytes(row.sealed);
  });
}

/** What the signature of a row is over [U1]. */
export const rowSigned = (unsigned: Uint8Array, uid: Uint8Array): Uint8Array<ArrayBuffer> =>
  encodeFields(["headroom row v1", unsigned, uid]);

/** The body whole: the signed bytes, then the 64 bytes of the signature. */
export function joinRow(unsigned: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    to.exactly(unsigned.length, unsigned);
    to.exactly(64, signature);
  });
}

/** Whether a row's body says that it is of a later version than this one. */
export const isNewerRow = ([version = 0]: Uint8Array): boolean => version > 1;

/** Reads a row's body. Another version, or anything that is no row, is `Malformed`. */
export function readRow(body: Uint8Array): Result<RowEnvelope, Malformed> {
  return readAll(body, (from) => {
    if (body.length > limits.rowBody || from.byte() !== 1) from.refuse();
    const row = {
      space: from.exactly(16),
      epoch: from.uint32(),
      device: from.exactly(32),
      counter: from.whole(),
      previous: from.exactly(32),
      seen: from.list(limits.seen, () => ({
        device: from.exactly(32),
        counter: from.whole(),
        hash: from.exactly(32),
      })),
      sealed: from.bytes(limits.rowBody),
    };
    const unsigned = body.subarray(0, from.position());
    return { ...row, unsigned, signature: from.exactly(64) };
  });
}
