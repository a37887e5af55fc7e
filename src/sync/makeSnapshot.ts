import { ok, type Result } from "#base/Result.ts";
import { writeBytes } from "#wire/ByteSink.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { encodeUnsignedManifest, joinManifest, manifestSigned } from "#wire/SnapshotManifest.ts";
import type { FollowFailure } from "./followMembers.ts";
import { isSettled } from "./isSettled.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import { deflate } from "./RowPayload.ts";
import type { SegmentItem } from "./SegmentItem.ts";
import { keepHeads, type SpaceContext } from "./SpaceContext.ts";
import { isWaitingItem, waitingItems } from "./waitingRows.ts";

/** Bytes of records to a segment before it is deflated: about a quarter is left. */
const segmentSize = 1024 * 1024;

/** A segment, deflated, ready to be sealed; `readSegment` reads it. Version 2 holds what waits, too. */
export const packSegment = (items: readonly SegmentItem[]): Promise<Uint8Array> =>
  deflate(
    writeBytes((to) => {
      to.byte(items.some(isWaitingItem) ? 2 : 1);
      to.list(items, ({ id, state }) => {
        to.text(id);
        to.bytes(state);
      });
    }),
  );

/** Bytes of what waits to a segment: it is sealed, and does not become less. */
const waitingSize = 512 * 1024;

/** Items in groups of about `most` bytes. */
export function segmented(items: readonly SegmentItem[], most = segmentSize): SegmentItem[][] {
  const segments: SegmentItem[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (size + item.state.length > most) {
      segments.push([]);
      size = 0;
    }
    segments.at(-1)?.push(item);
    size += item.state.length;
  }
  return segments;
}

/** The whole of every record that this space carries, and how many of them do not open. */
export async function wholeRecords(
  space: SpaceContext,
): Promise<Result<{ items: readonly SegmentItem[]; unreadable: number }, NotKept>> {
  const items: SegmentItem[] = [];
  let unreadable = 0;
  for (const id of space.known.keys()) {
    const said = await space.tools.store.difference(space.id, id, null, space, false);
    if (!said.ok) return said;
    if (said.value.type === "unreadable") unreadable += 1;
    if (said.value.type === "said") items.push({ id, state: said.value.update });
  }
  return ok({ items, unreadable });
}

/** Each device's last row, as a manifest names it. */
export const manifestHeads = (
  chains: Readonly<Record<string, { readonly counter: number; readonly hash: Uint8Array }>>,
) =>
  Object.entries(chains).flatMap(([device, { counter, hash }]) => {
    const id = idBytes(device, 32);
    return id.ok ? [{ device: id.value, counter, hash }] : [];
  });

/** What came of making a snapshot. */
export type SnapshotMade =
  | "made"
  /** Another device makes one, or was faster, or this one has not everything. */
  | "notNow"
  /** A record of the space does not open on this device: a snapshot would leave it out. */
  | "unreadable"
  /** A record is too big for a segment: the log keeps its rows. */
  | "tooBig";

/**
 * Makes a snapshot of what this device has, once it has everything and nothing waits [N1]: sealed
 * segments, then a signed manifest. It is marked to purge where words were taken back.
 */
export async function makeSnapshot(
  space: SpaceContext,
): Promise<Result<SnapshotMade, FollowFailure>> {
  const { requests, heads, membership } = space;
  const { crypto, clock } = space.tools;
  const sealer = space.keys.get(membership?.epoch ?? 0)?.sealer;
  const hasAll = await isSettled(space);
  if (!hasAll.ok) return hasAll;
  if (!hasAll.value || requests === null || membership === null || sealer === undefined) {
    return ok("notNow");
  }
  if (heads.logId === null) return ok("notNow");
  // Before the lease: a device that cannot make one keeps nobody else from it.
  const whole = await wholeRecords(space);
  if (!whole.ok) return whole;
  if (whole.value.unreadable > 0) return ok("unreadable");
  const lease = await requests.send("POST", `/spaces/${space.id}/snapshots/lease`);
  if (!lease.ok) return lease.error.type === "Refused" ? ok("notNow") : lease;

  const by = space.state.device.keys.signing;
  const upTo = heads.cursor;
  const segments: { hash: Uint8Array; size: number }[] = [];
  const parts = [...segmented(whole.value.items), ...segmented(waitingItems(space), waitingSize)];
  for (const [at, part] of parts.entries()) {
    const sealed = await sealer.seal("segment", by, [at, upTo], await packSegment(part));
    if (sealed.length > limits.segment) return ok("tooBig");
    const hash = await crypto.sha256(sealed);
    const put = await requests.send("PUT", `/spaces/${space.id}/segments/${idText(hash)}`, sealed);
    if (!put.ok) return put.error.type === "Refused" ? ok("notNow") : put;
    segments.push({ hash, size: sealed.length });
  }
  const purge = heads.eraseThrough > 0;
  const unsigned = encodeUnsignedManifest({
    space: space.state.space,
    logId: heads.logId,
    upTo,
    epoch: membership.epoch,
    segments,
    heads: manifestHeads(heads.logged),
    previous: heads.manifest.length === 32 ? heads.manifest : new Uint8Array(32),
    purge,
    at: Math.max(0, clock.now()),
    by,
  });
  const manifest = joinManifest(unsigned, await space.sign(manifestSigned(unsigned)));
  const path = `/spaces/${space.id}/snapshots`;
  const put = await requests.exchange("PUT", path, { type: "snapshot", manifest });
  if (!put.ok) return put.error.type === "Refused" ? ok("notNow") : put;
  const kept = await keepHeads(space, {
    ...space.heads,
    manifest: await crypto.sha256(manifest),
    coveredThrough: upTo,
    madeSnapshotAt: clock.now(),
    eraseThrough: 0,
  });
  return kept.ok ? ok("made") : kept;
}
