import { err, ok, type Result } from "#base/Result.ts";
import { readRow } from "#wire/RowEnvelope.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { comeBack, mayGoOn, nextToCarryOver, type Parting, partingOf } from "./carryOver.ts";
import { keepPending } from "./changeMembers.ts";
import {
  type FollowFailure,
  followMembers,
  giveEntry,
  membersAfter,
  takeEntries,
} from "./followMembers.ts";
import { keepHeads, type SpaceContext, tell } from "./SpaceContext.ts";

/** Others may append so often in a row while this device looks. */
const mostLooks = 20;

/** The whole log, as the server has it. */
async function logThere(
  space: SpaceContext,
): Promise<Result<readonly Uint8Array[], FollowFailure>> {
  const entries: Uint8Array[] = [];
  for (;;) {
    const answered = await membersAfter(space, entries.length);
    if (!answered.ok) return answered;
    if (answered.value.entries.length === 0) return ok(entries);
    entries.push(...answered.value.entries);
  }
}

/** Nothing is exchanged: either for good, or until a facilitator's device has brought both together. */
async function forked(
  space: SpaceContext,
  type: "Forked" | "Parted",
): Promise<Result<null, FollowFailure>> {
  await tell(space, { type });
  return err({ type: "Forked" });
}

/** Both are the same: what was told while they were not is past. */
async function agreed(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const told = space.heads.told.filter(({ what }) => what.type !== "Parted");
  if (told.length === space.heads.told.length) return ok(null);
  return keepHeads(space, { ...space.heads, told });
}

/** Rows that wait here under keys that only the end of the log known here gave. */
const heldUnderLost = ({ held }: SpaceContext, epoch: number): readonly string[] =>
  [...held].flatMap(([key, { body }]) => {
    const row = readRow(body);
    return row.ok && row.value.epoch <= epoch ? [] : [key];
  });

/** Follows another end of the log. What was known by this one's alone goes: its members, its keys, what waits under them. */
async function follow(
  space: SpaceContext,
  { shared, there }: Parting,
): Promise<Result<null, FollowFailure>> {
  const lost = heldUnderLost(space, shared.epoch);
  const dropped = await space.tools.store.write({
    put: [],
    drop: lost.map((key) => ({ space: space.id, part: "held", key })),
  });
  if (!dropped.ok) return dropped;
  for (const key of lost) space.held.delete(key);
  const { membership, state } = space;
  const lostKeys = [...space.keys].filter(([epoch]) => epoch > shared.epoch);
  for (const [epoch] of lostKeys) space.keys.delete(epoch);
  space.membership = shared;
  space.state = { ...state, log: state.log.slice(0, shared.number) };
  const taken = await takeEntries(space, there.entries);
  if (taken.ok) return taken;
  // What is not kept is not gone by: the next look has to find both histories again.
  space.membership = membership;
  space.state = state;
  for (const [epoch, key] of lostKeys) space.keys.set(epoch, key);
  return taken;
}

/** Brings two histories together: adds to the one there what it lacks of this one, an entry at a time, or follows it. */
async function bringTogether(
  space: SpaceContext,
  log: readonly Uint8Array[],
  at: number,
): Promise<Result<null, FollowFailure>> {
  const parting = await partingOf(space, log, at);
  if (parting === null || !mayGoOn(parting)) return forked(space, "Forked");
  const lacking = await nextToCarryOver(space, parting, log);
  if (lacking !== null) {
    const kept = await keepPending(space, lacking);
    return kept.ok ? giveEntry(space, lacking) : kept;
  }
  // Who was removed is a member there until a facilitator's device that knows it has come by.
  return comeBack(parting).length > 0 ? forked(space, "Parted") : follow(space, parting);
}

/**
 * Comes to one log of members with a server that was restored, before anything else is exchanged with
 * it [M5]. It gets the entries back that it lost; where somebody who had not seen them wrote on, theirs
 * is the log that goes on, and is followed once it says again what was lost and still matters. It looks
 * again until both are the same, for others do this at the same time.
 */
export async function agreeOnMembers(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  if (space.requests === null) return ok(null);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { log } = space.state;
    const there = await logThere(space);
    if (!there.ok) return there;
    const at = there.value.findIndex((entry, place) => {
      const here = log[place];
      return here !== undefined && !sameBytes(here, entry);
    });
    if (at === -1 && there.value.length === log.length) return agreed(space);
    const done =
      at === -1 ? await followMembers(space) : await bringTogether(space, there.value, at);
    if (!done.ok) return done;
  }
  return err({ type: "Unreachable" });
}
