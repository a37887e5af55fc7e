import { ok, type Result } from "#base/Result.ts";
import { foldMembership } from "#wire/appendMembership.ts";
import { readMembershipEntry } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type FollowFailure, membersAfter, takeEntries } from "./followMembers.ts";
import type { SpaceContext } from "./SpaceContext.ts";

const saysLastRows = (entry: Uint8Array): boolean => {
  const read = readMembershipEntry(entry);
  return read.ok && read.value.act.type === "last";
};

/**
 * A server that was restored lost the end of the log of members, and a facilitator who had not seen it
 * wrote on. Where what was lost only says last rows [M6], which can be said again, the log that goes on
 * is followed instead [M5]; any other difference is left to be found `Forked`. Nothing changes here
 * before every entry of the other end has been checked.
 */
export async function yieldLastRows(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { log } = space.state;
  const settled = log.findLastIndex((entry) => !saysLastRows(entry)) + 1;
  if (space.requests === null || settled === log.length || settled === 0) return ok(null);
  const answered = await membersAfter(space, settled);
  if (!answered.ok) return answered;
  const { entries } = answered.value;
  const parting = entries.findIndex((entry, at) => {
    const here = log[settled + at];
    return here !== undefined && !sameBytes(here, entry);
  });
  if (parting === -1) return ok(null);
  const shared = log.slice(0, settled + parting);
  const { crypto } = space.tools;
  const before = await foldMembership(null, shared, crypto);
  const rest = entries.slice(parting);
  if (!before.ok || !(await foldMembership(before.value, rest, crypto)).ok) return ok(null);
  space.membership = before.value;
  space.state = { ...space.state, log: shared };
  return takeEntries(space, rest);
}
