import { err, ok, type Result } from "#base/Result.ts";
import { foldMembership } from "#wire/appendMembership.ts";
import { readMembershipEntry } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type FollowFailure, followMembers, membersAfter, takeEntries } from "./followMembers.ts";
import { type SpaceContext, tell } from "./SpaceContext.ts";

/** Others may append so often in a row while this device looks. */
const mostLooks = 20;

const saysLastRows = (entry: Uint8Array): boolean => {
  const read = readMembershipEntry(entry);
  return read.ok && read.value.act.type === "last";
};

/** How many entries stand before the end of the log that only says last rows. */
const settledLength = (log: readonly Uint8Array[]): number =>
  log.findLastIndex((entry) => !saysLastRows(entry)) + 1;

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

async function forked(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  await tell(space, { type: "Forked" });
  return err({ type: "Forked" });
}

/** Follows another end of the log once every entry of it has been checked. */
async function follow(
  space: SpaceContext,
  shared: readonly Uint8Array[],
  rest: readonly Uint8Array[],
): Promise<Result<null, FollowFailure>> {
  const { crypto } = space.tools;
  const before = await foldMembership(null, shared, crypto);
  if (!before.ok || !(await foldMembership(before.value, rest, crypto)).ok) return forked(space);
  space.membership = before.value;
  space.state = { ...space.state, log: [...shared] };
  return takeEntries(space, rest);
}

/**
 * Comes to one log of members with a server that was restored, before anything else is exchanged with
 * it [M5]. It gets the entries back that it lost; where somebody who had not seen them wrote on, and
 * they only say last rows [M6], which can be said again, the log that goes on is followed instead. It
 * looks again until both are the same, for others do this at the same time.
 */
export async function agreeOnMembers(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  if (space.requests === null) return ok(null);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { log } = space.state;
    const there = await logThere(space);
    if (!there.ok) return there;
    const parting = there.value.findIndex((entry, at) => {
      const here = log[at];
      return here !== undefined && !sameBytes(here, entry);
    });
    if (parting === -1 && there.value.length === log.length) return ok(null);
    if (parting !== -1 && parting < settledLength(log)) return forked(space);
    const taken =
      parting === -1
        ? await followMembers(space)
        : await follow(space, log.slice(0, parting), there.value.slice(parting));
    if (!taken.ok) return taken;
  }
  return err({ type: "Unreachable" });
}
