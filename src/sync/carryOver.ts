import { appendMembership, foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import {
  type MembershipAct,
  type MembershipEntry,
  readMembershipEntry,
} from "#wire/MembershipEntry.ts";
import { removedByPending, signEntry } from "./changeMembers.ts";
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
 * Whether the other history may go on at all [M5]: not where somebody wrote in it who had, by the one
 * known here, been removed before or lost the role that it takes. They would let themselves in again.
 */
export function mayGoOn({ shared, here, there }: Parting): boolean {
  const lostRole = (device: string) =>
    isFacilitator(shared, device) && !isFacilitator(here.members, device);
  return entriesOf(there.entries)
    .map(({ by }) => idText(by))
    .every((author) => !here.members.former.has(author) && !lostRole(author));
}

/** Who is a member by the other history and, by the one known here, is so no more. */
export const comeBack = ({ here, there }: Parting): readonly Uint8Array[] =>
  [...there.members.members]
    .filter(([device]) => here.members.former.has(device))
    .map(([, { keys }]) => keys.signing);

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
  const asked = removedByPending(other.state).filter((device) => members.has(idText(device)));
  const back = [
    ...comeBack(parting),
    ...asked.filter((device) => !here.members.former.has(idText(device))),
  ];
  const removal = back.length > 0 ? await rotation(other, there.members, back) : null;
  if (removal !== null) yield removal;
  const key = other.keys.get(there.members.epoch)?.key;
  const changedThere = new Set(
    entriesOf(there.entries).flatMap(({ act }) => (act.type === "role" ? idText(act.device) : [])),
  );
  for (const { act, by } of entriesOf(here.entries)) {
    if (!isFacilitator(there.members, idText(by))) continue;
    if (act.type === "admit" && here.members.members.has(idText(act.keys.signing)) && key) {
      const wrapped = await other.tools.crypto.wrap(key, there.members.space, act.keys);
      yield { ...act, wrapped };
    }
    const device = act.type === "role" ? idText(act.device) : "";
    const role = here.members.members.get(device)?.role;
    const isOther = role !== undefined && members.has(device) && members.get(device)?.role !== role;
    if (act.type === "role" && isOther && !changedThere.has(device)) yield { ...act, role };
  }
}

/**
 * The next entry that the other history lacks of the one known here, signed to follow it: who was removed
 * or left, in one, then who was let in and whose role was changed, one by one. Of the latter two only
 * what somebody did who is a facilitator there, and where it may still stand. Null where it lacks
 * nothing, or where this device cannot add it: it is none. What was signed for that place before is
 * sent again as it is [U5].
 */
export async function nextToCarryOver(
  space: SpaceContext,
  parting: Parting,
  log: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  const { members } = parting.there;
  const mayFollow = async (entry: Uint8Array) =>
    (await appendMembership(members, entry, space.tools.crypto)).ok;
  if (!isFacilitator(members, space.me)) return null;
  if (await mayFollow(space.state.pendingEntry)) return space.state.pendingEntry;
  const other = await asThere(space, parting, log);
  for await (const act of lackingActs(other, parting)) {
    const entry = await signEntry(other, members, act);
    if (await mayFollow(entry)) return entry;
  }
  return null;
}
