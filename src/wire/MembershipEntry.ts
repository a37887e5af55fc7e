import type { Result } from "#base/Result.ts";
import { type ByteSink, writeBytes } from "./ByteSink.ts";
import { type ByteSource, type Malformed, readAll } from "./ByteSource.ts";
import { encodeFields } from "./encodeFields.ts";
import { limits } from "./limits.ts";

/** A device's public keys in one space [D1]; `signing` is also its id. 32 bytes each. */
export interface DeviceKeys {
  /** Ed25519. */
  readonly signing: Uint8Array;
  /** X25519. */
  readonly sealing: Uint8Array;
}

export const roles = ["member", "facilitator"] as const;
export type Role = (typeof roles)[number];

export const spaceKinds = ["own", "team"] as const;
/** A space of one person's devices, or of a team. */
export type SpaceKind = (typeof spaceKinds)[number];

/** An epoch key wrapped for one device (HPKE), opaque here. */
export interface Wrap {
  readonly device: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** The last row that a device wrote while it was a member [M6]; counter 0 and a hash of zeros: none. */
export interface LastRow {
  readonly device: Uint8Array;
  readonly counter: number;
  readonly hash: Uint8Array;
}

/** What an entry of the membership log does [M1]. Devices are ids of 32 bytes, `invitation` is 16. */
export type MembershipAct =
  | { readonly type: "begin"; readonly keys: DeviceKeys; readonly kind: SpaceKind }
  | {
      readonly type: "admit";
      readonly keys: DeviceKeys;
      readonly role: Role;
      readonly invitation: Uint8Array;
      readonly wrapped: Uint8Array;
    }
  | { readonly type: "role"; readonly device: Uint8Array; readonly role: Role }
  | {
      readonly type: "rotate";
      readonly from: number;
      readonly to: number;
      readonly removed: readonly Uint8Array[];
      readonly wraps: readonly Wrap[];
      /** The key of `from`, sealed under the key of `to`. */
      readonly olderKey: Uint8Array;
    }
  | { readonly type: "leave" }
  | { readonly type: "close" }
  | { readonly type: "last"; readonly rows: readonly LastRow[] };

/** What an author signs: everything of an entry but the signature. */
export interface UnsignedMembershipEntry {
  /** 1 for the first. */
  readonly number: number;
  /** SHA-256 of the whole entry before; zeros for the first. */
  readonly previous: Uint8Array;
  /** The author's clock, milliseconds since 1970: told, never relied on. */
  readonly at: number;
  /** The author's device id. */
  readonly by: Uint8Array;
  readonly act: MembershipAct;
}

/** One entry of the membership log, read. */
export interface MembershipEntry extends UnsignedMembershipEntry {
  readonly signature: Uint8Array;
  /** The bytes that `signature` is over, within the label of `membershipSigned`. */
  readonly unsigned: Uint8Array;
}

const actTypes = ["begin", "admit", "role", "rotate", "leave", "close", "last"] as const;

function writeKeys(keys: DeviceKeys, to: ByteSink): void {
  to.exactly(32, keys.signing);
  to.exactly(32, keys.sealing);
}

function writeAct(act: MembershipAct, to: ByteSink): void {
  to.byte(actTypes.indexOf(act.type));
  switch (act.type) {
    case "begin":
      writeKeys(act.keys, to);
      to.byte(spaceKinds.indexOf(act.kind));
      break;
    case "admit":
      writeKeys(act.keys, to);
      to.byte(roles.indexOf(act.role));
      to.exactly(16, act.invitation);
      to.bytes(act.wrapped);
      break;
    case "role":
      to.exactly(32, act.device);
      to.byte(roles.indexOf(act.role));
      break;
    case "rotate":
      to.uint32(act.from);
      to.uint32(act.to);
      to.list(act.removed, (device) => to.exactly(32, device));
      to.list(act.wraps, ({ device, wrapped }) => {
        to.exactly(32, device);
        to.bytes(wrapped);
      });
      to.bytes(act.olderKey);
      break;
    case "last":
      to.list(act.rows, ({ device, counter, hash }) => {
        to.exactly(32, device);
        to.whole(counter);
        to.exactly(32, hash);
      });
      break;
    default:
  }
}

const readKeys = (from: ByteSource): DeviceKeys => ({
  signing: from.exactly(32),
  sealing: from.exactly(32),
});
const readRole = (from: ByteSource): Role => roles[from.byte()] ?? from.refuse();

function readAct(from: ByteSource): MembershipAct {
  const type = actTypes[from.byte()] ?? from.refuse();
  switch (type) {
    case "begin":
      return { type, keys: readKeys(from), kind: spaceKinds[from.byte()] ?? from.refuse() };
    case "admit":
      return {
        type,
        keys: readKeys(from),
        role: readRole(from),
        invitation: from.exactly(16),
        wrapped: from.bytes(limits.wrap),
      };
    case "role":
      return { type, device: from.exactly(32), role: readRole(from) };
    case "rotate":
      return {
        type,
        from: from.uint32(),
        to: from.uint32(),
        removed: from.list(limits.members, () => from.exactly(32)),
        wraps: from.list(limits.members, () => ({
          device: from.exactly(32),
          wrapped: from.bytes(limits.wrap),
        })),
        olderKey: from.bytes(limits.wrap),
      };
    case "last":
      return {
        type,
        rows: from.list(limits.members, () => ({
          device: from.exactly(32),
          counter: from.whole(),
          hash: from.exactly(32),
        })),
      };
    default:
      return { type };
  }
}

/** The bytes of an entry that its author signs; `membershipSigned` puts the label round them. */
export function encodeUnsignedMembershipEntry(
  entry: UnsignedMembershipEntry,
): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    to.byte(1);
    to.whole(entry.number);
    to.exactly(32, entry.previous);
    to.whole(entry.at);
    to.exactly(32, entry.by);
    writeAct(entry.act, to);
  });
}

/** What the signature of an entry is over [M1]. */
export const membershipSigned = (unsigned: Uint8Array): Uint8Array<ArrayBuffer> =>
  encodeFields(["headroom membership v1", unsigned]);

/** The entry whole: the signed bytes, then the 64 bytes of the signature. */
export function joinMembershipEntry(
  unsigned: Uint8Array,
  signature: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    to.exactly(unsigned.length, unsigned);
    to.exactly(64, signature);
  });
}

/** Reads an entry. Says nothing of whether it is right: `appendMembership` does. */
export function readMembershipEntry(bytes: Uint8Array): Result<MembershipEntry, Malformed> {
  return readAll(bytes, (from) => {
    if (bytes.length > limits.membershipEntry || from.byte() !== 1) from.refuse();
    const entry = {
      number: from.whole(),
      previous: from.exactly(32),
      at: from.whole(),
      by: from.exactly(32),
      act: readAct(from),
    };
    const unsigned = bytes.subarray(0, from.position());
    return { ...entry, unsigned, signature: from.exactly(64) };
  });
}
