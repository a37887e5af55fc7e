import { err, ok, type Result } from "#base/Result.ts";
import { readRow } from "#wire/RowEnvelope.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { hasKeyThere, mayGoOn, nextToCarryOver, takesAll } from "./carryOver.ts";
import {
  type FollowFailure,
  followMembers,
  membersAfter,
  sendEntry,
  takeEntries,
} from "./followMembers.ts";
import { type Parting, partingOf } from "./Parting.ts";
import { headsRow, type SpaceContext, stateRow, tell } from "./SpaceContext.ts";
import { sayAllAgain } from "./sayAllAgain.ts";

/** Others may append so often in a row while this device looks. */
const mostLooks = 20;
/** No honest history of sixty members lacks more. */
const mostCarried = 200;

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

/** Both are the same: what was told while they were not is past, and what was signed for it. */
async function agreed(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const told = space.heads.told.filter(({ what }) => what.type !== "Parted");
  const isNews = told.length < space.heads.told.length || space.state.carried.length > 0;
  if (!isNews) return ok(null);
  space.state = { ...space.state, carried: [] };
  space.heads = { ...space.heads, told };
  return space.tools.store.write({
    put: [stateRow(space), headsRow(space, space.heads)],
    drop: [],
  });
}

/** Adds to the other history what it lacks; kept before it is sent, so that it is never signed in another way. */
async function carry(space: SpaceContext, entry: Uint8Array): Promise<Result<null, FollowFailure>> {
  const { carried } = space.state;
  if (!carried.some((one) => sameBytes(one, entry))) {
    // A server that shows ever other histories would have ever more signed. Others may bring both together.
    if (carried.length >= mostCarried) return forked(space, "Parted");
    space.state = { ...space.state, carried: [...carried, entry] };
    const kept = await space.tools.store.write({ put: [stateRow(space)], drop: [] });
    if (!kept.ok) return kept;
  }
  // Where another was faster, the next look shows theirs.
  const sent = await sendEntry(space, entry);
  return sent.ok ? ok(null) : sent;
}

/** Rows that wait here under keys that only the end of the log known here gave. */
const heldUnderLost = ({ held }: SpaceContext, epoch: number): readonly string[] =>
  [...held].flatMap(([key, { body }]) => {
    const row = readRow(body);
    return row.ok && row.value.epoch <= epoch ? [] : [key];
  });

/**
 * Follows another end of the log. What was known by this one's alone goes: its members, its keys, and
 * what waits under them, to come in or to be sent; everything is marked to be said again.
 */
async function follow(
  space: SpaceContext,
  { shared, there }: Parting,
): Promise<Result<null, FollowFailure>> {
  const lost = heldUnderLost(space, shared.epoch);
  const begun = await sayAllAgain(
    space,
    space.heads,
    lost.map((key) => ({ space: space.id, part: "held", key })),
  );
  if (!begun.ok) return begun;
  for (const key of lost) space.held.delete(key);
  const { membership, state } = space;
  const keysHere = [...space.keys];
  const shareKeys = (keys: typeof keysHere) => {
    for (const epoch of [...space.keys.keys()]) if (epoch > shared.epoch) space.keys.delete(epoch);
    for (const [epoch, key] of keys) space.keys.set(epoch, key);
  };
  shareKeys([]);
  space.membership = shared;
  space.state = { ...state, log: state.log.slice(0, shared.number) };
  const taken = await takeEntries(space, there.entries);
  if (taken.ok) return taken;
  // What is not kept is not gone by: the next look has to find both histories again.
  space.membership = membership;
  space.state = state;
  shareKeys(keysHere);
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
  if (lacking !== null) return carry(space, lacking);
  // Who was removed is a member there until a facilitator's device that knows it has come by; and a key
  // that is not given would leave this device with nothing to write under.
  const mayFollow = takesAll(parting) && (await hasKeyThere(space, parting, log));
  return mayFollow ? follow(space, parting) : forked(space, "Parted");
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
