import { err, ok, type Result } from "#base/Result.ts";
import { appendMembership } from "#wire/appendMembership.ts";
import type { Frame } from "#wire/Frame.ts";
import type { Membership } from "#wire/Membership.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { learnKeys } from "./learnKeys.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import type { ServerFailure } from "./requests.ts";
import { type SpaceContext, stateRow, tell } from "./SpaceContext.ts";
import type { Phase } from "./SpaceState.ts";

/** The log on the server is not a continuation of what this device has seen [M5]. */
export interface Forked {
  readonly type: "Forked";
}

/** Rows went for a snapshot that not enough devices have signed yet: whoever is new waits for them [N2]. */
export interface NotConfirmedYet {
  readonly type: "NotConfirmedYet";
}

/** Why the members, or their rows, could not be followed. */
export type FollowFailure = ServerFailure | NotKept | Forked | NotConfirmedYet;

/** How far a space has come on its server. */
export type Level = Extract<Frame, { type: "level" }>;

/** The `LEVEL` among frames. */
export const levelIn = (frames: readonly Frame[]): Level | undefined =>
  frames.find((frame): frame is Level => frame.type === "level");

/**
 * Takes in entries that follow what is known, keeps them, and learns the keys they bring. That others
 * come is told, except from a server that was restored: then both are brought together first.
 */
export async function takeEntries(
  space: SpaceContext,
  entries: readonly Uint8Array[],
  isRestored = false,
): Promise<Result<null, FollowFailure>> {
  let membership = space.membership;
  const taken: Uint8Array[] = [];
  for (const entry of entries) {
    const next = await appendMembership(membership, entry, space.tools.crypto);
    if (!next.ok || !isOurs(space, next.value)) {
      if (!isRestored) await tell(space, { type: "Forked" });
      return err({ type: "Forked" });
    }
    membership = next.value;
    taken.push(new Uint8Array(entry));
  }
  if (taken.length === 0) return ok(null);
  space.membership = membership;
  space.state = { ...space.state, log: [...space.state.log, ...taken], phase: phaseOf(space) };
  await learnKeys(space);
  return space.tools.store.write({ put: [stateRow(space)], drop: [] });
}

/** A first entry decides the space's id: no other log can pass for it [D2]. */
const isOurs = ({ state }: SpaceContext, membership: Membership): boolean =>
  sameBytes(membership.space, state.space);

function phaseOf({ membership, me, state }: SpaceContext): Phase {
  if (membership?.isClosed) return { type: "closed" };
  if (state.phase.type === "open" && membership?.former.has(me)) return { type: "removed" };
  return state.phase;
}

/** The entries that the server has after so many, as it says, and how far it says it has come, if it does. */
export async function membersAfter(
  space: SpaceContext,
  after: number,
): Promise<Result<{ entries: readonly Uint8Array[]; level: Level | null }, ServerFailure>> {
  if (space.requests === null) return ok({ entries: [], level: null });
  const path = `/spaces/${space.id}/members?after=${after}`;
  const frames = await space.requests.exchange("GET", path);
  if (!frames.ok) return frames;
  const entries = frames.value.flatMap((frame) => (frame.type === "members" ? frame.entries : []));
  return ok({ entries, level: levelIn(frames.value) ?? null });
}

/** Reads the entries that the server has beyond those known here. Gives how far it says it has come, if it says so. */
export async function followMembers(
  space: SpaceContext,
): Promise<Result<Level | null, FollowFailure>> {
  for (;;) {
    const answered = await membersAfter(space, space.state.log.length);
    if (!answered.ok) return answered;
    const { entries, level } = answered.value;
    const taken = await takeEntries(space, entries, isOtherLog(space, level));
    if (!taken.ok) return taken;
    if (entries.length > 0) continue;
    if (level === null || level.membership >= space.state.log.length) return ok(level);
    const given = await giveBack(space, level);
    return given.ok ? ok(level) : given;
  }
}

/** Whether the server counts rows in another log than the one known here: it was restored. */
const isOtherLog = ({ heads }: SpaceContext, level: Level | null): boolean =>
  heads.logId !== null && level !== null && !sameBytes(heads.logId, level.logId);

/** A server restored from an old backup gets the entries back that it lost [M4]; else it hides them [M5]. */
async function giveBack(space: SpaceContext, level: Level): Promise<Result<null, FollowFailure>> {
  if (space.heads.logId !== null && !isOtherLog(space, level)) {
    await tell(space, { type: "Forked" });
    return err({ type: "Forked" });
  }
  for (const entry of space.state.log.slice(level.membership)) {
    // Another member gives the same entries back at the same time: theirs are as good.
    const given = await sendEntry(space, entry);
    if (!given.ok) return given;
  }
  return ok(null);
}

/** Puts an entry at the end of the server's log [M3]; `moved` where another was faster. Without a server it stands at once. */
export async function sendEntry(
  space: SpaceContext,
  entry: Uint8Array,
): Promise<Result<"done" | "moved", ServerFailure>> {
  if (space.requests === null) return ok("done");
  const sent = await space.requests.exchange("POST", `/spaces/${space.id}/members`, {
    type: "members",
    space: space.state.space,
    entries: [entry],
  });
  if (sent.ok) return ok("done");
  const isMoved = sent.error.type === "Refused" && sent.error.refusal.type === "Moved";
  return isMoved ? ok("moved") : sent;
}
