import { err, ok, type Result } from "#base/Result.ts";
import type { Frame, RowRefusal } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { type FollowFailure, followMembers } from "./followMembers.ts";
import { makeRows, resealOutbox } from "./makeRows.ts";
import { counterKey, type OutboxRow, type SpaceContext } from "./SpaceContext.ts";

/** The server took some rows and refuses this one. */
export interface RowRefused {
  readonly type: "RowRefused";
  readonly reason: RowRefusal;
}

/** Why not everything was sent. */
export type PushFailure = FollowFailure | RowRefused;

const rowsAtOnce = 200;
const bytesAtOnce = 2 * 1024 * 1024;

/** In which epoch a row was sealed: after its version and space [U1]. */
const epochOf = ({ body }: OutboxRow): number =>
  new DataView(body.buffer, body.byteOffset).getUint32(17);

/**
 * The first rows that wait, as many as fit one push, and of one epoch: were a later one taken and an
 * earlier one refused as stale, the earlier would be sealed again and the later have nothing to follow.
 */
export function nextPush(outbox: readonly OutboxRow[]): readonly OutboxRow[] {
  let size = 0;
  const [first] = outbox;
  const end = outbox.findIndex((row, at) => {
    size += row.body.length;
    const isFull = at >= rowsAtOnce || size > bytesAtOnce;
    return at > 0 && (isFull || (first !== undefined && epochOf(row) !== epochOf(first)));
  });
  return end === -1 ? outbox : outbox.slice(0, end);
}

/** Takes acknowledged rows out of the outbox. */
export async function takeAck(
  space: SpaceContext,
  rows: readonly { readonly uid: Uint8Array }[],
): ReturnType<SpaceContext["tools"]["store"]["write"]> {
  const acknowledged = new Set(rows.map(({ uid }) => idText(uid)));
  const gone = space.outbox.filter(({ uid }) => acknowledged.has(idText(uid)));
  if (gone.length === 0) return ok(null);
  const kept = await space.tools.store.write({
    put: [],
    drop: gone.map(({ counter }) => ({
      space: space.id,
      part: "outbox",
      key: counterKey("", counter),
    })),
  });
  if (kept.ok) space.outbox = space.outbox.filter((row) => !gone.includes(row));
  return kept;
}

/** The frame that pushes these rows. */
export const pushFrame = (request: number, rows: readonly OutboxRow[]): Frame => ({
  type: "push",
  request,
  rows: rows.map(({ uid, body }) => ({ uid, body })),
});

/** Often enough for rotations that follow each other closely; then the next exchange goes on. */
const mostReseals = 5;

/** Makes rows of what is unsent and pushes until the server has acknowledged all of them. */
export async function pushRows(space: SpaceContext): Promise<Result<null, PushFailure>> {
  const made = await makeRows(space);
  if (!made.ok) return made;
  if (space.requests === null) return ok(null);
  for (let reseals = 0; space.outbox.length > 0; ) {
    const rows = nextPush(space.outbox);
    const path = `/spaces/${space.id}/rows`;
    const frames = await space.requests.exchange("POST", path, pushFrame(1, rows));
    if (!frames.ok) return frames;
    let refused: RowRefusal | null = null;
    let any = false;
    for (const frame of frames.value) {
      if (frame.type === "ack") {
        any ||= frame.rows.length > 0;
        const taken = await takeAck(space, frame.rows);
        if (!taken.ok) return taken;
      }
      if (frame.type === "nack") refused = frame.rows[0]?.reason ?? refused;
    }
    if (refused === "STALE_EPOCH" && reseals < mostReseals) {
      reseals += 1;
      const followed = await followMembers(space);
      if (!followed.ok) return followed;
      const again = await resealOutbox(space);
      if (!again.ok) return again;
    } else if (refused !== null) return err({ type: "RowRefused", reason: refused });
    else if (!any) return err({ type: "NotAServer" });
  }
  return ok(null);
}
