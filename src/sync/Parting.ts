import { foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import {
  type MembershipAct,
  type MembershipEntry,
  readMembershipEntry,
} from "#wire/MembershipEntry.ts";
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

/** The entries of one end, read. */
export const entriesOf = (log: readonly Uint8Array[]): readonly MembershipEntry[] =>
  log.flatMap((bytes) => {
    const read = readMembershipEntry(bytes);
    return read.ok ? [read.value] : [];
  });

/** Whether a device leads. */
export const isFacilitator = ({ members }: Membership, device: string): boolean =>
  members.get(device)?.role === "facilitator";

/**
 * Whether an act gives nobody anything: a leaving, or a new key without those who, by the end known here,
 * are out. A device does the latter by itself for what it saw, and may not have heard yet of its own loss.
 */
const givesNothing = (act: MembershipAct, { members }: Parting["here"]): boolean =>
  act.type === "leave" ||
  (act.type === "rotate" && act.removed.every((device) => members.former.has(idText(device))));

/**
 * Whose role of a facilitator was taken by the end known here, and is not said to be there: who led by
 * what both say, or had the role only since. Said there and given again after that, it is theirs; given
 * there without that, it may have been by somebody who saw only that it was given here, too: of both, the
 * taking counts. Null where somebody gave or took there who had by the end known here been removed or lost
 * the role, and was not given it there since: they would let themselves in again.
 */
export function takenRoles({ shared, here, there }: Parting): ReadonlySet<string> | null {
  const changed = entriesOf(here.entries).flatMap(({ act }) =>
    act.type === "role" ? [idText(act.device)] : [],
  );
  const led = [...shared.members.keys()].filter((device) => isFacilitator(shared, device));
  const lost = [...led, ...changed].filter((device) => !isFacilitator(here.members, device));
  const taken = new Set(lost);
  const mayNot = new Set([...here.members.former.keys(), ...lost]);
  for (const { act, by } of entriesOf(there.entries)) {
    const isBarred = mayNot.has(idText(by));
    if (isBarred && !givesNothing(act, here)) return null;
    if (act.type !== "role") continue;
    const device = idText(act.device);
    if (act.role === "member") taken.delete(device);
    else if (!here.members.former.has(device)) mayNot.delete(device);
  }
  return taken;
}
