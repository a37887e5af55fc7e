import type { Result } from "#base/Result.ts";
import { writeBytes } from "./ByteSink.ts";
import { type Malformed, readAll } from "./ByteSource.ts";
import { encodeFields } from "./encodeFields.ts";
import { limits } from "./limits.ts";
import type { DeviceHead } from "./RowEnvelope.ts";

/** What the author of a snapshot signs [N1]. */
export interface UnsignedManifest {
  readonly space: Uint8Array;
  readonly logId: Uint8Array;
  /** The snapshot holds what the rows up to this place say. */
  readonly upTo: number;
  readonly epoch: number;
  /** SHA-256 and size of each sealed segment, in order. */
  readonly segments: readonly { readonly hash: Uint8Array; readonly size: number }[];
  /** Each device's head at `upTo`. */
  readonly heads: readonly DeviceHead[];
  /** SHA-256 of the manifest before; zeros for the first. */
  readonly previous: Uint8Array;
  /** Covered rows are to go as soon as the snapshot is confirmed, without the 30 days: text was withdrawn. */
  readonly purge: boolean;
  /** The author's clock, milliseconds since 1970: told, never relied on. */
  readonly at: number;
  /** The author's device id. */
  readonly by: Uint8Array;
}

/** A manifest, read. */
export interface SnapshotManifest extends UnsignedManifest {
  readonly signature: Uint8Array;
  /** The bytes that `signature` is over, within the label of `manifestSigned`. */
  readonly unsigned: Uint8Array;
}

/** The bytes of a manifest that its author signs; `manifestSigned` puts the label round them. */
export function encodeUnsignedManifest(manifest: UnsignedManifest): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    to.byte(1);
    to.exactly(16, manifest.space);
    to.exactly(16, manifest.logId);
    to.whole(manifest.upTo);
    to.uint32(manifest.epoch);
    to.list(manifest.segments, ({ hash, size }) => {
      to.exactly(32, hash);
      to.whole(size);
    });
    to.list(manifest.heads, ({ device, counter, hash }) => {
      to.exactly(32, device);
      to.whole(counter);
      to.exactly(32, hash);
    });
    to.exactly(32, manifest.previous);
    to.byte(manifest.purge ? 1 : 0);
    to.whole(manifest.at);
    to.exactly(32, manifest.by);
  });
}

/** What the signature of a manifest is over [N1]. */
export const manifestSigned = (unsigned: Uint8Array): Uint8Array<ArrayBuffer> =>
  encodeFields(["headroom snapshot v1", unsigned]);

/** The manifest whole: the signed bytes, then the 64 bytes of the signature. */
export function joinManifest(unsigned: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    to.exactly(unsigned.length, unsigned);
    to.exactly(64, signature);
  });
}

/** Whether a manifest says that it is of a later version than this one. */
export const isNewerManifest = ([version = 0]: Uint8Array): boolean => version > 1;

/** Reads a manifest; the signature is the reader's to check. */
export function readManifest(bytes: Uint8Array): Result<SnapshotManifest, Malformed> {
  return readAll(bytes, (from) => {
    if (bytes.length > limits.manifest || from.byte() !== 1) from.refuse();
    const manifest = {
      space: from.exactly(16),
      logId: from.exactly(16),
      upTo: from.whole(),
      epoch: from.uint32(),
      segments: from.list(limits.segments, () => ({
        hash: from.exactly(32),
        size: from.whole(limits.segment),
      })),
      heads: from.list(limits.heads, () => ({
        device: from.exactly(32),
        counter: from.whole(),
        hash: from.exactly(32),
      })),
      previous: from.exactly(32),
      purge: [false, true][from.byte()] ?? from.refuse(),
      at: from.whole(),
      by: from.exactly(32),
    };
    const unsigned = bytes.subarray(0, from.position());
    return { ...manifest, unsigned, signature: from.exactly(64) };
  });
}
