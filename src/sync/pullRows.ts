import { err, ok, type Result } from "#base/Result.ts";
import type { Frame, LoggedRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { agreeOnMembers } from "./agreeOnMembers.ts";
import { endChains } from "./endChains.ts";
import { type FollowFailure, followMembers, levelIn } from "./followMembers.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import { readSnapshot } from "./readSnapshot.ts";
import { keepHeads, mostSuspicions, type SpaceContext, tell } from "./SpaceContext.ts";
import { sayAllAgain } from "./sayAllAgain.ts";
import { takeRows } from "./takeRows.ts";
import { heldBeyondLast } from "./waitingRows.ts";

type Rows = Extract<Frame, { type: "rows" }>;
const zeros = new Uint8Array(16);

/**
 * The server has another log than the one this device knew: it was wiped or restored from a backup.
 * Everything that this device has is sent again, and everything there is read again [V3].
 */
export async function startLog(
  space: SpaceContext,
  logId: Uint8Array,
): Promise<Result<null, NotKept>> {
  if (space.heads.logId === null) {
    return keepHeads(space, { ...space.heads, logId: new Uint8Array(logId) });
  }
  const begun = await sayAllAgain(space, {
    ...space.heads,
    logId: new Uint8Array(logId),
    cursor: 0,
    named: {},
    logged: {},
    manifest: new Uint8Array(0),
    coveredThrough: 0,
    restoredAt: space.tools.clock.now(),
  });
  if (!begun.ok) return begun;
  await tell(space, { type: "Restored" });
  return ok(null);
}

/** A newcomer begins with the newest confirmed snapshot, where there is one, before any row [N2]. */
async function beginLog(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const followed = await followMembers(space);
  if (!followed.ok) return followed;
  const level = followed.value;
  if (level === null || !sameBytes(level.space, space.state.space)) {
    return err({ type: "NotAServer" });
  }
  if (level.head === 0) return ok(null);
  const started = await startLog(space, level.logId);
  if (!started.ok) return started;
  const read = await readSnapshot(space, level);
  return read.ok ? ok(null) : read;
}

/** Pulls until this device has everything that the server has. */
export async function pullRows(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  if (space.requests === null) return ok(null);
  if (space.heads.logId === null) {
    const begun = await beginLog(space);
    if (!begun.ok) return begun;
  }
  for (;;) {
    const log = idText(space.heads.logId ?? zeros);
    const after = space.heads.cursor;
    const path = `/spaces/${space.id}/rows?log=${log}&after=${after}`;
    const frames = await space.requests.exchange("GET", path);
    if (!frames.ok) return frames;
    const level = levelIn(frames.value);
    if (level === undefined || !sameBytes(level.space, space.state.space)) {
      return err({ type: "NotAServer" });
    }
    space.floor = level.floor;
    const isOther = space.heads.logId === null || !sameBytes(space.heads.logId, level.logId);
    if (isOther || level.head < after) {
      const isKnown = space.heads.logId !== null;
      if (isKnown && !isOther) space.heads = { ...space.heads, logId: zeros };
      // Members before rows: a restored server gets its log of members back first.
      const agreed = await (isKnown ? agreeOnMembers(space) : followMembers(space));
      if (!agreed.ok) return agreed;
      const started = await startLog(space, level.logId);
      if (!started.ok) return started;
      if (isKnown) continue;
    }
    if (level.membership !== space.state.log.length) {
      const followed = await followMembers(space);
      if (!followed.ok) return followed;
    }
    if (level.floor > space.heads.cursor) {
      const read = await readSnapshot(space, level);
      if (!read.ok) return read;
      if (read.value === "unconfirmed") return err({ type: "NotConfirmedYet" });
      if (read.value === "none" || space.heads.cursor < level.floor) {
        return err({ type: "NotAServer" });
      }
      continue;
    }
    const taken = await takePage(space, frames.value);
    if (!taken.ok) return taken;
    if (space.heads.cursor >= level.head) return lookForWithheld(space);
    if (space.heads.cursor === after) return err({ type: "NotAServer" });
  }
}

/** Bytes of rows that are kept in one transaction: whoever keeps words meanwhile waits no longer than for these. */
const keptAtOnce = 64 * 1024;

/** Takes in the rows of a page that follow the cursor without a gap, a part of them at a time. */
async function takePage(
  space: SpaceContext,
  frames: readonly Frame[],
): Promise<Result<null, FollowFailure>> {
  const rows = frames
    .filter((frame): frame is Rows => frame.type === "rows" && frame.settled)
    .flatMap((frame) => frame.rows);
  let part: LoggedRow[] = [];
  let size = 0;
  const follows = ({ seq }: LoggedRow) => seq === space.heads.cursor + part.length + 1;
  for (const [at, row] of rows.entries()) {
    if (follows(row)) {
      part.push(row);
      size += row.body.length;
    }
    if (part.length === 0 || (size < keptAtOnce && at < rows.length - 1)) continue;
    const taken = await takeRows(space, part, space.heads.cursor + part.length);
    if (!taken.ok) return taken;
    part = [];
    size = 0;
  }
  return ok(null);
}

/** A colleague saw rows that the server does not show us, again and again [U4]. */
async function lookForWithheld(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const beyond = heldBeyondLast(space);
  if (beyond.length > 0) {
    const drop = beyond.map((key) => ({ space: space.id, part: "held", key }));
    const dropped = await space.tools.store.write({ put: [], drop });
    if (!dropped.ok) return dropped;
    for (const key of beyond) space.held.delete(key);
    await tell(space, { type: "SetAside", count: beyond.length });
  }
  const lastOf = (device: string) => space.membership?.former.get(device)?.lastRow?.counter;
  const lacking = Object.entries(space.heads.seen)
    .filter(
      ([device, counter]) =>
        Math.min(counter, lastOf(device) ?? counter) > (space.heads.others[device]?.counter ?? 0),
    )
    .map(([device]) => device);
  const waiting = [...space.held.keys()].map((key) => key.slice(0, key.indexOf("/")));
  const before = space.suspicions;
  space.suspicions = new Map(
    [...lacking, ...waiting].map((device) => [device, (before.get(device) ?? 0) + 1]),
  );
  // Everything is in, and rows of ours that the server said it has are not: they are sent again.
  const isBroken = space.acknowledged.size > 0;
  space.acknowledged.clear();
  const ended = await endChains(space);
  if (!ended.ok) return ended;
  if (ended.value) await tell(space, { type: "BeyondLast" });
  const isWithheld = [...space.suspicions.values()].some((looks) => looks >= mostSuspicions);
  if (isBroken || isWithheld) await tell(space, { type: "Withheld" });
  return ok(null);
}
