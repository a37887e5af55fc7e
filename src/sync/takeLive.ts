import { err, ok, type Result } from "#base/Result.ts";
import type { Frame, LoggedRow, RowPlace } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { readRefusal } from "#wire/Refusal.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { FollowFailure } from "./followMembers.ts";
import { noteAck, takeSeen } from "./pushRows.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { takeRows, withLogged } from "./takeRows.ts";

/** What live frames ask for beyond being taken in. */
export interface LiveOutcome {
  /** Something is missing, or changed that only a pull shows. */
  readonly needsPull: boolean;
  /** Rows of ours that were refused: an exchange sorts it out. */
  readonly isRefused: boolean;
  /** Sealed presence, as it was relayed. */
  readonly presence: readonly Uint8Array[];
}

/** Moves the cursor over places whose rows are in already; in memory: the next write keeps it [V4]. */
async function settle(
  space: SpaceContext,
  places: readonly RowPlace[],
  arrived: Map<number, string>,
): Promise<Result<null, FollowFailure>> {
  const passed: string[] = [];
  for (const { uid, seq } of places) if (seq > space.heads.cursor) arrived.set(seq, idText(uid));
  let { cursor } = space.heads;
  for (;;) {
    const uid = arrived.get(cursor + 1);
    if (uid === undefined || !space.tentative.has(uid)) break;
    cursor += 1;
    arrived.delete(cursor);
    space.tentative.delete(uid);
    passed.push(uid);
  }
  space.heads = { ...space.heads, cursor };
  const own = space.outbox.filter(({ uid }) => passed.includes(idText(uid)));
  for (const { counter, body } of own) {
    const hash = await space.tools.crypto.sha256(body);
    space.heads = withLogged(space.heads, { device: space.me, counter, hash });
  }
  return takeSeen(space, own);
}

async function takeTentative(
  space: SpaceContext,
  rows: readonly LoggedRow[],
): Promise<Result<null, FollowFailure>> {
  const fresh = rows.filter(({ uid }) => !space.tentative.has(idText(uid)));
  if (fresh.length === 0) return ok(null);
  const taken = await takeRows(space, fresh, null);
  if (taken.ok) for (const { uid } of fresh) space.tentative.add(idText(uid));
  return taken;
}

/**
 * Takes in what came over a live line, in order. `arrived`: places of rows that are in already and
 * whose turn has not come. What cannot be used where it stands is pulled instead.
 */
export async function takeLive(
  space: SpaceContext,
  frames: readonly Frame[],
  arrived: Map<number, string>,
): Promise<Result<LiveOutcome, FollowFailure>> {
  let needsPull = false;
  let isRefused = false;
  const presence: Uint8Array[] = [];
  const isOurLog = (frame: { space: Uint8Array; logId: Uint8Array }) =>
    sameBytes(frame.space, space.state.space) &&
    space.heads.logId !== null &&
    sameBytes(frame.logId, space.heads.logId);

  for (const frame of frames) {
    switch (frame.type) {
      case "rows": {
        if (!isOurLog(frame)) needsPull = true;
        else if (frame.settled) {
          const { cursor } = space.heads;
          const next = frame.rows.filter(({ seq }, at) => seq === cursor + 1 + at);
          if (next.length < frame.rows.length) needsPull = true;
          if (next.length === 0) break;
          const taken = await takeRows(space, next, cursor + next.length);
          if (!taken.ok) return taken;
        } else {
          const taken = await takeTentative(space, frame.rows);
          if (!taken.ok && taken.error.type === "NotKept") return taken;
          if (!taken.ok) needsPull = true;
        }
        break;
      }
      case "settled":
        if (isOurLog(frame)) {
          const settled = await settle(space, frame.rows, arrived);
          if (!settled.ok) return settled;
        } else needsPull = true;
        break;
      case "ack": {
        if (!noteAck(space, frame.rows)) needsPull = true;
        for (const { uid } of frame.rows) space.tentative.add(idText(uid));
        const settled = await settle(space, frame.rows, arrived);
        if (!settled.ok) return settled;
        break;
      }
      case "nack":
        isRefused = true;
        break;
      case "level":
        needsPull ||=
          !isOurLog(frame) ||
          frame.head !== space.heads.cursor ||
          frame.membership !== space.state.log.length;
        break;
      case "nudge":
        needsPull ||=
          frame.head > space.heads.cursor + arrived.size ||
          frame.membership !== space.state.log.length;
        break;
      case "presence":
        presence.push(frame.sealed);
        break;
      case "refused": {
        const refusal = readRefusal(frame.details);
        return refusal.ok
          ? err({ type: "Refused", refusal: refusal.value })
          : err({ type: "NotAServer" });
      }
      default:
    }
  }
  if (arrived.size > mostArrived) {
    arrived.clear();
    needsPull = true;
  }
  return ok({ needsPull, isRefused, presence });
}

/** More places than this waiting for one before them: something was missed. */
const mostArrived = 2_000;
