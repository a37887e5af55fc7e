import { err, ok, type Result } from "#base/Result.ts";
import { appendMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import type { Membership, MembershipRefusal } from "#wire/Membership.ts";
import {
  encodeUnsignedMembershipEntry,
  joinMembershipEntry,
  type MembershipAct,
  membershipSigned,
  type Role,
  readMembershipEntry,
} from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type FollowFailure, followMembers, sendEntry, takeEntries } from "./followMembers.ts";
import { rotation } from "./rotation.ts";
import { type SpaceContext, stateRow } from "./SpaceContext.ts";
import type { SpaceState } from "./SpaceState.ts";

/** The act may not be done: by this device, or at all. */
export interface NotAllowed {
  readonly type: "NotAllowed";
  readonly why: MembershipRefusal;
}

/** This device lacks the key that is in use. */
export interface CannotWrite {
  readonly type: "CannotWrite";
}

/** Why a change of members did not happen. */
export type ChangeFailure = FollowFailure | NotAllowed;

/** Someone else may change members at the same moment so often in a row. */
const mostTries = 20;

const nothing = new Uint8Array(0);

/** An entry after `before`, signed by this device. */
export async function signEntry(
  space: Pick<SpaceContext, "sign" | "state" | "tools">,
  before: Pick<Membership, "number" | "hash"> | null,
  act: MembershipAct,
): Promise<Uint8Array> {
  const unsigned = encodeUnsignedMembershipEntry({
    number: (before?.number ?? 0) + 1,
    previous: before?.hash ?? new Uint8Array(32),
    at: Math.max(0, space.tools.clock.now()),
    by: space.state.device.keys.signing,
    act,
  });
  return joinMembershipEntry(unsigned, await space.sign(membershipSigned(unsigned)));
}

/** Keeps an entry of this device before it is sent; empty: none. */
export const keepPending = (space: SpaceContext, pendingEntry: Uint8Array) => {
  space.state = { ...space.state, pendingEntry };
  return space.tools.store.write({ put: [stateRow(space)], drop: [] });
};

/** Sends an entry and takes it in; `moved` where another came between. */
async function append(
  space: SpaceContext,
  entry: Uint8Array,
): Promise<Result<"done" | "moved", ChangeFailure>> {
  const sent = await sendEntry(space, entry);
  if (!sent.ok || sent.value === "moved") return sent;
  space.state = { ...space.state, pendingEntry: nothing };
  const taken = await takeEntries(space, [entry]);
  return taken.ok ? ok("done") : taken;
}

/** What an entry that was signed here, and may not have arrived, takes from somebody: their place here, or the role of a facilitator. */
function pendingTaking({ pendingEntry }: SpaceState): MembershipAct | null {
  const pending = readMembershipEntry(pendingEntry);
  if (!pending.ok) return null;
  const { act } = pending.value;
  const isRemoval = act.type === "rotate" && act.removed.length > 0;
  return isRemoval || (act.type === "role" && act.role === "member") ? act : null;
}

/** The same in its place, for those who have still what it takes; null: nobody has. */
async function takingAgain(space: SpaceContext): Promise<Uint8Array | null> {
  const { membership } = space;
  const taking = pendingTaking(space.state);
  if (membership === null || taking === null) return null;
  const roleOf = (device: Uint8Array) => membership.members.get(idText(device))?.role;
  if (taking.type === "role") {
    const leads = roleOf(taking.device) === "facilitator";
    return leads ? signEntry(space, membership, taking) : null;
  }
  const removed = taking.type === "rotate" ? taking.removed : [];
  const staying = removed.filter((device) => roleOf(device) !== undefined);
  const act = staying.length === 0 ? null : await rotation(space, membership, staying);
  return act && signEntry(space, membership, act);
}

/**
 * Sends again what was signed before and not known to have arrived. A device never signs two entries
 * to follow one history: were the first of them on a server that was then restored, members would part.
 * Where another stands in its place nobody may have seen it, or somebody may, on a server that lost it:
 * what takes something is signed anew then, so that all agree that it happened [M5]; anything else is given up.
 */
async function sendPending(space: SpaceContext): Promise<Result<"done" | "moved", ChangeFailure>> {
  const mayStand = async (entry: Uint8Array) =>
    (await appendMembership(space.membership, entry, space.tools.crypto)).ok;
  if (space.state.pendingEntry.length === 0) return ok("done");
  // Its answer was lost, and it stands: what somebody changed after it is theirs.
  if (space.state.log.some((entry) => sameBytes(entry, space.state.pendingEntry))) {
    const kept = await keepPending(space, nothing);
    return kept.ok ? ok("done") : kept;
  }
  if (!(await mayStand(space.state.pendingEntry))) {
    const again = await takingAgain(space);
    const next = again !== null && (await mayStand(again)) ? again : nothing;
    const kept = await keepPending(space, next);
    if (!kept.ok) return kept;
    if (next === nothing) return ok("done");
  }
  return append(space, space.state.pendingEntry);
}

/** Whether a removal, or the taking of a role, that was asked for here has not been seen to happen. */
export const needsTaking = ({ state }: SpaceContext): boolean => pendingTaking(state) !== null;

/** Sees to it that it happens. */
export const finishTaking = (space: SpaceContext) => changeMembers(space, async () => null);

/**
 * Appends an act to the log [M3]. `decide` is asked again whenever somebody else was faster; null
 * where nothing needs to be done any more.
 */
export async function changeMembers(
  space: SpaceContext,
  decide: (membership: Membership) => Promise<MembershipAct | null>,
): Promise<Result<null, ChangeFailure>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const followed = await followMembers(space);
    if (!followed.ok) return followed;
    const again = await sendPending(space);
    if (!again.ok) return again;
    // Its place is not known to be another's yet: nothing else is signed for it.
    if (again.value === "moved") continue;
    const { membership } = space;
    const act = membership && (await decide(membership));
    if (act === null) return ok(null);
    const entry = await signEntry(space, membership, act);
    const allowed = await appendMembership(membership, entry, space.tools.crypto);
    if (!allowed.ok) return err({ type: "NotAllowed", why: allowed.error });
    const kept = await keepPending(space, entry);
    if (!kept.ok) return kept;
    const sent = await append(space, entry);
    if (!sent.ok) return sent;
    if (sent.value === "done") return ok(null);
  }
  return err({ type: "Unreachable" });
}

/** Removes a device and gives all others a new key, in one entry. `CannotWrite`: this device lacks the present one. */
export async function removeMember(
  space: SpaceContext,
  device: Uint8Array,
): Promise<Result<null, ChangeFailure | CannotWrite>> {
  const isThere = () => space.membership?.members.has(idText(device)) === true;
  const done = await changeMembers(space, async (membership) =>
    isThere() ? rotation(space, membership, [device]) : null,
  );
  return done.ok && isThere() ? err({ type: "CannotWrite" }) : done;
}

/** Gives a device a role. */
export const changeRole = (space: SpaceContext, device: Uint8Array, role: Role) =>
  changeMembers(space, async ({ members }) =>
    members.get(idText(device))?.role === role ? null : { type: "role", device, role },
  );

/** Somebody left and still has the present key: a facilitator's device makes a new one. */
export const needsRotation = ({ membership, me }: SpaceContext): boolean =>
  membership !== null &&
  !membership.isClosed &&
  membership.members.get(me)?.role === "facilitator" &&
  [...membership.former.values()].some(({ lastEpoch }) => lastEpoch === membership.epoch);

/** A new key where `needsRotation`, or where `always`. */
export const rotateKey = (space: SpaceContext, always = false) =>
  changeMembers(space, async (membership) =>
    always || needsRotation(space) ? rotation(space, membership, []) : null,
  );
