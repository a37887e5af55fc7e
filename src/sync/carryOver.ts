import { appendMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import { type MembershipAct, readMembershipEntry } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { signEntry } from "./changeMembers.ts";
import { learnKeys } from "./learnKeys.ts";
import { entriesOf, isFacilitator, type Parting, takenRoles } from "./Parting.ts";
import { rotation } from "./rotation.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** Whether the other history may go on at all [M5]. */
export const mayGoOn = (parting: Parting): boolean => takenRoles(parting) !== null;

/** Who is a member by the other history and, by the one known here, is so no more. */
const comeBack = ({ here, there }: Parting): readonly Uint8Array[] =>
  [...there.members.members]
    .filter(([device]) => here.members.former.has(device))
    .map(([, { keys }]) => keys.signing);

/** Who is a member by the other history, and it does not say that their role was taken. */
const notTaken = (parting: Parting): readonly Uint8Array[] =>
  [...(takenRoles(parting) ?? [])].flatMap(
    (device) => parting.there.members.members.get(device)?.keys.signing ?? [],
  );

/** Who leads by the other history and, by the one known here, does so no more. */
const leadAgain = (parting: Parting): readonly Uint8Array[] =>
  notTaken(parting).filter((device) => isFacilitator(parting.there.members, idText(device)));

/** Who made the last key of an end, and so has it, whoever it was wrapped for; empty: nobody since both were the same. */
const makerOfKey = ({ entries }: Parting["there"]): string => {
  const last = entriesOf(entries).findLast(({ act }) => act.type === "rotate");
  return last === undefined ? "" : idText(last.by);
};

/** Whether the other history's key is one that somebody has who, by the end known here, lost it with a new one. */
const needsKey = ({ shared, here, there }: Parting): boolean =>
  here.members.former.has(makerOfKey(there)) ||
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

/** Whether this device, where it is a member by the other history, is given the key that is in use there. */
export const hasKeyThere = async (
  space: SpaceContext,
  parting: Parting,
  log: readonly Uint8Array[],
): Promise<boolean> => {
  const { members, epoch } = parting.there.members;
  return !members.has(space.me) || (await asThere(space, parting, log)).keys.has(epoch);
};

/** What the other history lacks of the one known here, in the order in which it has to come. */
async function* lackingActs(other: SpaceContext, parting: Parting): AsyncGenerator<MembershipAct> {
  const { here, there } = parting;
  const { members } = there.members;
  const back = comeBack(parting);
  const isNeeded = back.length > 0 || needsKey(parting);
  const removal = isNeeded ? await rotation(other, there.members, back) : null;
  if (removal !== null) yield removal;
  // Also of who does not lead there: somebody may still come by who saw only that it was given.
  for (const device of notTaken(parting)) yield { type: "role", device, role: "member" };
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
  if (!isFacilitator(members, space.me) || takenRoles(parting)?.has(space.me)) return null;
  const signed = signedFor(space.state, members);
  if (signed !== undefined) return (await mayFollow(signed)) ? signed : null;
  const other = await asThere(space, parting, log);
  for await (const act of lackingActs(other, parting)) {
    const entry = await signEntry(other, members, act);
    if (await mayFollow(entry)) return entry;
  }
  return null;
}
