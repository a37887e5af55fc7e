import { appendMembership, foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import {
  type MembershipAct,
  type MembershipEntry,
  readMembershipEntry,
} from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { signEntry } from "./changeMembers.ts";
import { learnKeys } from "./learnKeys.ts";
import { rotation } from "./rotation.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** Two histories of one log of members: what both say, and what each says after it. */
export interface Parting {
  readonly shared: Membership;
  /** The ends, and what they come to. */
  readonly here: { readonly entries: readonly Uint8Array[]; readonly members: Membership };
  readonly there: { readonly entries: readonly Uint8Array[]; readonly members: Membership };
}

/** Both histories, from the entry at which they part; null where the other does not hold. */
export async function partingOf(
  { state, tools }: Pick<SpaceContext, "state" | "tools">,
  there: readonly Uint8Array[],
  at: number,
): Promise<Parting | null> {
  const shared = await foldMembership(null, state.log.slice(0, at), tools.crypto);
  if (!shared.ok || shared.value === null) return null;
  const end = async (log: readonly Uint8Array[]) => {
    const entries = log.slice(at);
    const members = await foldMembership(shared.value, entries, tools.crypto);
    return members.ok && members.value !== null ? { entries, members: members.value } : null;
  };
  const [mine, others] = [await end(state.log), await end(there)];
  return mine && others ? { shared: shared.value, here: mine, there: others } : null;
}

const entriesOf = (log: readonly Uint8Array[]): readonly MembershipEntry[] =>
  log.flatMap((bytes) => {
    const read = readMembershipEntry(bytes);
    return read.ok ? [read.value] : [];
  });

const isFacilitator = ({ members }: Membership, device: string): boolean =>
  members.get(device)?.role === "facilitator";

/**
 * Who led by what both say and, by the end known here, does so no more, unless somebody gave it to them
 * again there. Null where somebody wrote there, more than that they leave, who had by the end known here
 * been removed before or lost the role: they would let themselves in again.
 */
function lostRoles({ shared, here, there }: Parting): ReadonlySet<string> | null {
  const lost = new Set(
    [...shared.members.keys()].filter(
      (device) => isFacilitator(shared, device) && !isFacilitator(here.members, device),
    ),
  );
  for (const { act, by } of entriesOf(there.entries)) {
    if (act.type === "leave") continue;
    const author = idText(by);
    if (here.members.former.has(author) || lost.has(author)) return null;
    if (act.type === "role" && act.role === "facilitator") lost.delete(idText(act.device));
  }
  return lost;
}

/** Whether the other history may go on at all [M5]. */
export const mayGoOn = (parting: Parting): boolean => lostRoles(parting) !== null;

/** Who is a member by the other history and, by the one known here, is so no more. */
const comeBack = ({ here, there }: Parting): readonly Uint8Array[] =>
  [...there.members.members]
    .filter(([device]) => here.members.former.has(device))
    .map(([, { keys }]) => keys.signing);

/** Who leads by the other history and, by the one known here, does so no more. */
const leadAgain = (parting: Parting): readonly Uint8Array[] =>
  [...(lostRoles(parting) ?? [])].flatMap((device) => {
    const member = parting.there.members.members.get(device);
    return member?.role === "facilitator" ? [member.keys.signing] : [];
  });

/** Whether the other history's key is one that somebody has who, by the end known here, lost it with a new one. */
const needsKey = ({ shared, here, there }: Parting): boolean =>
  [...here.members.former].some(([device, { firstEpoch, lastEpoch }]) => {
    if (lastEpoch === undefined || lastEpoch >= here.members.epoch) return false;
    const { epoch, former, members } = there.members;
    const isUnknown = !members.has(device) && !former.has(device);
    if (isUnknown) return epoch === shared.epoch && firstEpoch <= epoch && lastEpoch >= epoch;
    return former.get(device)?.lastEpoch === epoch;
  });

/** Whether the other history gives nobody anything that was taken from them: only then is it followed. */
export const takesAll = (parting: Parting): boolean =>
  comeBack(parting).length === 0 && leadAgain(parting).length === 0 && !needsKey(parting);

/** This device as it would be by the other history: with the keys that it gives. Nothing of it is kept. */
async function asThere(
  space: SpaceContext,
  { shared, there }: Parting,
  log: readonly Uint8Array[],
): Promise<SpaceContext> {
  const keys = new Map([...space.keys].filter(([epoch]) => epoch <= shared.epoch));
  const state = { ...space.state, log: [...log] };
  const other: SpaceContext = { ...space, keys, state, membership: there.members };
  await learnKeys(other);
  return other;
}

/** What the other history lacks of the one known here, in the order in which it has to come. */
async function* lackingActs(other: SpaceContext, parting: Parting): AsyncGenerator<MembershipAct> {
  const { here, there } = parting;
  const { members } = there.members;
  const back = comeBack(parting);
  const isNeeded = back.length > 0 || needsKey(parting);
  const removal = isNeeded ? await rotation(other, there.members, back) : null;
  if (removal !== null) yield removal;
  for (const device of leadAgain(parting)) yield { type: "role", device, role: "member" };
  const key = other.keys.get(there.members.epoch)?.key;
  const changedThere = new Set(
    entriesOf(there.entries).flatMap(({ act }) => (act.type === "role" ? idText(act.device) : [])),
  );
  for (const { act, by } of entriesOf(here.entries)) {
    if (!isFacilitator(there.members, idText(by))) continue;
    const device =
      act.type === "admit"
        ? idText(act.keys.signing)
        : act.type === "role"
          ? idText(act.device)
          : "";
    const role = here.members.members.get(device)?.role;
    if (role === undefined) continue;
    if (act.type === "admit" && key) {
      const wrapped = await other.tools.crypto.wrap(key, there.members.space, act.keys);
      yield { ...act, role, wrapped };
    }
    const now = members.get(device)?.role;
    const isOther = now !== undefined && now !== role;
    if (act.type === "role" && isOther && !changedThere.has(device)) yield { ...act, role };
  }
}

/** What this device signed to follow that history: it never signs another [U5]. */
const signedFor = (
  { carried, pendingEntry }: SpaceContext["state"],
  { hash }: Membership,
): Uint8Array | undefined =>
  [...carried, pendingEntry].find((entry) => {
    const read = readMembershipEntry(entry);
    return read.ok && sameBytes(read.value.previous, hash);
  });

/**
 * The next entry that the other history lacks of the one known here, signed to follow it: who was removed
 * or left, in one, then who lost the role of a facilitator, who was let in and whose role was changed,
 * one by one. Of the latter two only what somebody did who is a facilitator there, and where it may still
 * stand. Null where it lacks nothing, or where this device cannot add it: it does not lead, by both.
 */
export async function nextToCarryOver(
  space: SpaceContext,
  parting: Parting,
  log: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  const { members } = parting.there;
  const mayFollow = async (entry: Uint8Array) =>
    (await appendMembership(members, entry, space.tools.crypto)).ok;
  if (!isFacilitator(members, space.me) || lostRoles(parting)?.has(space.me)) return null;
  const signed = signedFor(space.state, members);
  if (signed !== undefined) return (await mayFollow(signed)) ? signed : null;
  const other = await asThere(space, parting, log);
  for await (const act of lackingActs(other, parting)) {
    const entry = await signEntry(other, members, act);
    if (await mayFollow(entry)) return entry;
  }
  return null;
}
