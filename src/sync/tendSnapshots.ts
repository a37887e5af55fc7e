import { ok, type Result } from "#base/Result.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { standingOf } from "./confirmSnapshot.ts";
import type { FollowFailure } from "./followMembers.ts";
import { isSettled } from "./isSettled.ts";
import { type Judged, judgeLater, judgeSnapshot } from "./judgeSnapshot.ts";
import { makeSnapshot } from "./makeSnapshot.ts";
import { askForManifest, type ShownManifest } from "./openSnapshot.ts";
import { type Compaction, keepHeads, type SpaceContext } from "./SpaceContext.ts";
import { notPlaced } from "./SpaceState.ts";

/** A copy of a space costs as much as the space: not for fewer rows, nor for each word taken back. */
export const usualCompaction: Compaction = { rows: 500, milliseconds: 3_600_000 };

/**
 * Enough rows came since the last snapshot, or some hold words that were taken back. Enough: as many as
 * there are records, so that copies cost no more than the rows do.
 */
const isDue = ({ heads, known, tools }: SpaceContext): boolean =>
  heads.cursor - heads.coveredThrough >= Math.max(tools.compaction.rows, known.size) ||
  heads.eraseThrough > 0;

const lookEvery = 86_400_000;

/** One is due; or it is time to see whether another device found one so, for reasons of its own. */
const mustLook = (space: SpaceContext): boolean =>
  isDue(space) || Math.abs(space.tools.clock.now() - space.lookedAt) >= lookEvery;

/** This device neither made one nor found that it cannot just now. Its clock may have been set back since. */
const mayMake = ({ heads, tools }: SpaceContext): boolean =>
  Math.abs(tools.clock.now() - heads.madeSnapshotAt) >= tools.compaction.milliseconds;

/** It was judged not long ago. By a clock that was set back since, that would be for long. */
function mustWait({ judgeFrom, tools }: SpaceContext, { hash }: ShownManifest): boolean {
  if (judgeFrom === null || !sameBytes(judgeFrom.manifest, hash)) return false;
  const wait = judgeFrom.at - tools.clock.now();
  return wait > 0 && wait <= tools.compaction.milliseconds;
}

/**
 * Judges the newest snapshot where this device has not, or where too few stand for it and its own word
 * is missing: what it found whole under an older version it only said, and did not sign.
 */
async function judgeLatest(
  space: SpaceContext,
  shown: ShownManifest,
): Promise<Result<Judged, FollowFailure>> {
  if (mustWait(space, shown)) return ok("later");
  const standing = await standingOf(space, shown);
  const isNew = !sameBytes(shown.hash, space.heads.manifest);
  const judged =
    isNew || standing === "lacksOurs"
      ? await judgeSnapshot(space, shown)
      : ok("confirmed" as const);
  if (!judged.ok || judged.value !== "confirmed") return judged;
  return ok(standing === "stuck" ? "wanting" : "confirmed");
}

/** What of a later version is set aside here may be in the log only, for as long as rows stay at least [U6]. */
const lacksNewer = ({ heads, tools }: SpaceContext): boolean =>
  heads.newerSince > 0 && Math.abs(tools.clock.now() - heads.newerSince) < 30 * lookEvery;

/**
 * Keeps the log from growing for ever [N3, N4]: judges the newest snapshot, confirms it where it is whole,
 * and makes one where none will do. Nothing is done unless this device is settled and one is due.
 */
async function tend(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  if (!mustLook(space) || lacksNewer(space)) return ok(null);
  const settled = await isSettled(space);
  if (!settled.ok) return settled;
  if (!settled.value) return ok(null);
  const { cursor, eraseThrough } = space.heads;
  // Everything is in its place now, what took words back too. What went already need not go again.
  const through = eraseThrough === notPlaced ? cursor : eraseThrough;
  const left = through <= space.floor ? 0 : through;
  if (left !== eraseThrough) {
    const kept = await keepHeads(space, { ...space.heads, eraseThrough: left });
    if (!kept.ok) return kept;
    if (!mustLook(space)) return ok(null);
  }
  const latest = await askForManifest(space, "latest");
  if (!latest.ok) return latest;
  space.lookedAt = space.tools.clock.now();
  const judged = latest.value === null ? ok("confirmed") : await judgeLatest(space, latest.value);
  if (!judged.ok) return judged;
  const isNeeded = judged.value === "wanting" || (judged.value === "confirmed" && isDue(space));
  if (!isNeeded) return ok(null);
  const made = mayMake(space) ? await makeSnapshot(space) : ok("notNow" as const);
  if (!made.ok) return made;
  const isWanting = judged.value === "wanting";
  if (made.value === "made" || (made.value === "notNow" && !isWanting)) return ok(null);
  // Not before another can be made in its place.
  const { madeSnapshotAt } = space.heads;
  const at = mayMake(space) ? undefined : madeSnapshotAt + space.tools.compaction.milliseconds;
  if (isWanting && latest.value !== null) judgeLater(space, latest.value, at);
  return keepHeads(space, {
    ...space.heads,
    // What is wanting is still to be replaced: it is judged again when this device looks next.
    manifest: isWanting ? new Uint8Array(0) : space.heads.manifest,
    // What cannot be made now is not worked out anew with every exchange.
    madeSnapshotAt: made.value === "notNow" ? space.heads.madeSnapshotAt : space.tools.clock.now(),
  });
}

/** `tend`; a server that refuses some of it, or a manifest of a later version, spoils no exchange. */
export async function tendSnapshots(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const tended = await tend(space);
  const isIdle = !tended.ok && ["Refused", "NewerVersion"].includes(tended.error.type);
  return isIdle ? ok(null) : tended;
}
