import { randomBytes } from "node:crypto";
import { appendMembership } from "#wire/appendMembership.ts";
import type { Membership } from "#wire/Membership.ts";
import {
  encodeUnsignedMembershipEntry,
  joinMembershipEntry,
  type MembershipAct,
  membershipSigned,
  type Role,
} from "#wire/MembershipEntry.ts";
import { nodeCrypto, type TestDevice } from "./nodeCrypto.ts";

/** Fresh bytes for ids and sealed things that tests do not open. */
export const someBytes = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** The public keys of a test device; its sealing key opens nothing here. */
export const keysOf = (device: TestDevice) => ({ signing: device.id, sealing: device.id });

/** An entry after `before`, signed by `by`. */
export async function entry(
  before: Membership | null,
  by: TestDevice,
  act: MembershipAct,
  change: { readonly number?: number; readonly previous?: Uint8Array } = {},
): Promise<Uint8Array> {
  const unsigned = encodeUnsignedMembershipEntry({
    number: change.number ?? (before?.number ?? 0) + 1,
    previous: change.previous ?? before?.hash ?? new Uint8Array(32),
    at: 1_700_000_000_000,
    by: by.id,
    act,
  });
  return joinMembershipEntry(unsigned, await by.sign(membershipSigned(unsigned)));
}

export const begin = (by: TestDevice): MembershipAct => ({
  type: "begin",
  keys: keysOf(by),
  kind: "team",
});

export const admit = (device: TestDevice, role: Role = "member"): MembershipAct => ({
  type: "admit",
  keys: keysOf(device),
  role,
  invitation: someBytes(16),
  wrapped: someBytes(80),
});

/** Removes devices and wraps the next key for those who stay. */
export function rotate(
  before: Membership,
  removed: readonly TestDevice[],
): Extract<MembershipAct, { type: "rotate" }> {
  const gone = new Set(removed.map(({ id }) => Buffer.from(id).toString("hex")));
  const staying = [...before.members.values()].filter(
    ({ keys }) => !gone.has(Buffer.from(keys.signing).toString("hex")),
  );
  return {
    type: "rotate",
    from: before.epoch,
    to: before.epoch + 1,
    removed: removed.map(({ id }) => id),
    wraps: staying.map(({ keys }) => ({ device: keys.signing, wrapped: someBytes(80) })),
    olderKey: someBytes(120),
  };
}

/** The membership after an act that must be allowed. */
export async function appended(
  before: Membership | null,
  by: TestDevice,
  act: MembershipAct,
): Promise<Membership> {
  const result = await appendMembership(before, await entry(before, by, act), nodeCrypto);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
