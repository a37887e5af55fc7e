import { err, ok, type Result } from "#base/Result.ts";
import { idText } from "./idText.ts";
import { limits } from "./limits.ts";
import type { Member, Membership, MembershipRefusal } from "./Membership.ts";
import { type MembershipEntry, membershipSigned, readMembershipEntry } from "./MembershipEntry.ts";
import { sameBytes } from "./sameBytes.ts";

/** The two primitives that checking needs; both ends bring their own. */
export interface MembershipCrypto {
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Whether an Ed25519 signature is right. Keys that are no keys are simply not right. */
  readonly verify: (
    publicKey: Uint8Array,
    bytes: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean>;
}

type Step = Result<Membership, MembershipRefusal>;

const refuse = (type: Exclude<MembershipRefusal["type"], "NotNext" | "WrongEpoch">): Step =>
  err({ type });

const hasFacilitator = (members: ReadonlyMap<string, Member>): boolean =>
  [...members.values()].some(({ role }) => role === "facilitator");

function withMembers(membership: Membership, members: ReadonlyMap<string, Member>): Step {
  return hasFacilitator(members) ? ok({ ...membership, members }) : refuse("NoFacilitatorLeft");
}

/** Moves devices from the members to those who were. */
function without(membership: Membership, devices: readonly string[]): Membership {
  const members = new Map(membership.members);
  const former = new Map(membership.former);
  for (const device of devices) {
    const member = members.get(device);
    if (!member) continue;
    members.delete(device);
    former.set(device, { ...member, lastEpoch: membership.epoch });
  }
  return { ...membership, members, former };
}

type EntryOf<Type extends MembershipEntry["act"]["type"]> = MembershipEntry & {
  readonly act: Extract<MembershipEntry["act"], { type: Type }>;
};

function admit(membership: Membership, { act, number }: EntryOf<"admit">): Step {
  const device = idText(act.keys.signing);
  const invitation = idText(act.invitation);
  if (membership.members.has(device) || membership.former.has(device)) return refuse("DeviceKnown");
  if (membership.invitations.has(invitation)) return refuse("InvitationUsed");
  if (membership.members.size >= limits.members) return refuse("TooManyMembers");
  const member: Member = {
    keys: act.keys,
    role: act.role,
    since: number,
    firstEpoch: membership.epoch,
  };
  return ok({
    ...membership,
    members: new Map(membership.members).set(device, member),
    invitations: new Set(membership.invitations).add(invitation),
  });
}

function changeRole(membership: Membership, { act }: EntryOf<"role">): Step {
  const device = idText(act.device);
  const member = membership.members.get(device);
  if (!member) return refuse("NoSuchDevice");
  const members = new Map(membership.members).set(device, { ...member, role: act.role });
  return withMembers(membership, members);
}

function rotate(membership: Membership, { act }: EntryOf<"rotate">): Step {
  if (act.from !== membership.epoch || act.to !== act.from + 1) {
    return err({ type: "WrongEpoch", epoch: membership.epoch });
  }
  const removed = act.removed.map(idText);
  if (removed.some((device) => !membership.members.has(device))) return refuse("NoSuchDevice");
  const left = without(membership, removed);
  const wrapped = new Set(act.wraps.map(({ device }) => idText(device)));
  const isForAll =
    act.wraps.length === left.members.size &&
    [...left.members.keys()].every((device) => wrapped.has(device));
  if (!isForAll) return refuse("WrongWraps");
  return withMembers({ ...left, epoch: act.to }, left.members);
}

/** Says once of each who is a member no more, and has no key that counts, which row was their last [M6]. */
function sayLast(membership: Membership, { act }: EntryOf<"last">): Step {
  const former = new Map(membership.former);
  for (const { device, counter, hash } of act.rows) {
    const member = former.get(idText(device));
    const isOut = member?.lastEpoch !== undefined && member.lastEpoch < membership.epoch;
    if (!isOut || member.lastRow !== undefined) return refuse("NoSuchDevice");
    former.set(idText(device), { ...member, lastRow: { counter, hash } });
  }
  return act.rows.length === 0 ? refuse("NoSuchDevice") : ok({ ...membership, former });
}

function leave(membership: Membership, device: string): Step {
  const left = without(membership, [device]);
  return withMembers(left, left.members);
}

function act(membership: Membership, entry: MembershipEntry): Step {
  const author = idText(entry.by);
  const { act } = entry;
  if (act.type === "leave") return leave(membership, author);
  if (membership.members.get(author)?.role !== "facilitator") return refuse("NotFacilitator");
  switch (act.type) {
    case "admit":
      return admit(membership, { ...entry, act });
    case "role":
      return changeRole(membership, { ...entry, act });
    case "rotate":
      return rotate(membership, { ...entry, act });
    case "last":
      return sayLast(membership, { ...entry, act });
    case "close":
      return ok({ ...membership, isClosed: true });
    default:
      return refuse("OtherChain");
  }
}

function begin(entry: MembershipEntry, hash: Uint8Array): Step {
  const { act, by, number, previous } = entry;
  if (act.type !== "begin" || number !== 1) return err({ type: "NotNext", number: 0 });
  if (previous.some((byte) => byte !== 0)) return refuse("OtherChain");
  if (!sameBytes(by, act.keys.signing)) return refuse("NotMember");
  const founder: Member = { keys: act.keys, role: "facilitator", since: 1, firstEpoch: 1 };
  return ok({
    space: hash.slice(0, 16),
    kind: act.kind,
    number: 1,
    hash,
    epoch: 1,
    members: new Map([[idText(by), founder]]),
    former: new Map(),
    invitations: new Set(),
    isClosed: false,
  });
}

/**
 * The one check of membership that the server and every device make alike [M2]: puts an entry after
 * the ones before (`null`: there are none) or says why it may not stand there.
 */
export async function appendMembership(
  before: Membership | null,
  bytes: Uint8Array,
  crypto: MembershipCrypto,
): Promise<Step> {
  const read = readMembershipEntry(bytes);
  if (!read.ok) return read;
  const entry = read.value;
  const hash = await crypto.sha256(bytes);
  if (before) {
    if (before.isClosed) return refuse("Closed");
    if (entry.number !== before.number + 1) return err({ type: "NotNext", number: before.number });
    if (!sameBytes(entry.previous, before.hash)) return refuse("OtherChain");
    if (!before.members.has(idText(entry.by))) return refuse("NotMember");
  }
  const signed = membershipSigned(entry.unsigned);
  if (!(await crypto.verify(entry.by, signed, entry.signature))) return refuse("BadSignature");
  if (!before) return begin(entry, hash);
  const after = act(before, entry);
  return after.ok ? ok({ ...after.value, number: entry.number, hash }) : after;
}

/** Folds a whole log, or what follows `before`; stops at the first entry that may not stand. */
export async function foldMembership(
  before: Membership | null,
  entries: readonly Uint8Array[],
  crypto: MembershipCrypto,
): Promise<Result<Membership | null, MembershipRefusal>> {
  let membership = before;
  for (const entry of entries) {
    const after = await appendMembership(membership, entry, crypto);
    if (!after.ok) return after;
    membership = after.value;
  }
  return ok(membership);
}
