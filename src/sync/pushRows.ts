import { err, ok, type Result } from "#base/Result.ts";
import type { Frame, RowPlace, RowRefusal } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { type FollowFailure, followMembers } from "./followMembers.ts";
import { makeRows } from "./makeRows.ts";
import { resealOutbox } from "./resealOutbox.ts";
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

/** Rows that the server has not acknowledged. */
export const unacknowledged = ({ outbox, acknowledged }: SpaceContext): readonly OutboxRow[] =>
  outbox.filter(({ uid }) => !acknowledged.has(idText(uid)));

/**
 * Notes what the server says it has. It is a promise: a row leaves the outbox once it was seen in the
 * log [V2]. A place behind the cursor holds another row: that is no promise that could be kept,
 * and false is answered.
 */
export function noteAck(space: SpaceContext, places: readonly RowPlace[]): boolean {
  const waiting = new Set(space.outbox.map(({ uid }) => idText(uid)));
  const ours = places.filter(({ uid }) => waiting.has(idText(uid)));
  const ahead = ours.filter(({ seq }) => seq > space.heads.cursor);
  for (const { uid, seq } of ahead) space.acknowledged.set(idText(uid), seq);
  return ahead.length === ours.length;
}

/** Takes rows that were seen in the log out of the outbox. */
export async function takeSeen(
  space: SpaceContext,
  rows: readonly { readonly uid: Uint8Array }[],
): ReturnType<SpaceContext["tools"]["store"]["write"]> {
  const seen = new Set(rows.map(({ uid }) => idText(uid)));
  for (const uid of seen) space.acknowledged.delete(uid);
  const gone = space.outbox.filter(({ uid }) => seen.has(idText(uid)));
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
  for (let reseals = 0; ; ) {
    const waiting = unacknowledged(space);
    if (waiting.length === 0) return ok(null);
    const rows = nextPush(waiting);
    const path = `/spaces/${space.id}/rows`;
    const frames = await space.requests.exchange("POST", path, pushFrame(1, rows));
    if (!frames.ok) return frames;
    let refused: RowRefusal | null = null;
    for (const frame of frames.value) {
      if (frame.type === "ack") noteAck(space, frame.rows);
      if (frame.type === "nack") refused = frame.rows[0]?.reason ?? refused;
    }
    if (refused === "STALE_EPOCH" && reseals < mostReseals) {
      reseals += 1;
      const followed = await followMembers(space);
      if (!followed.ok) return followed;
      const again = await resealOutbox(space);
      if (!again.ok) return again;
    } else if (refused !== null) return err({ type: "RowRefused", reason: refused });
    // An answer about other rows than ours: asked again, it would say the same for ever.
    else if (unacknowledged(space).length === waiting.length) return err({ type: "NotAServer" });
  }
}
