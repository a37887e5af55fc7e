import { ok, type Result } from "#base/Result.ts";
import { writeBytes } from "#wire/ByteSink.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { encodeUnsignedManifest, joinManifest, manifestSigned } from "#wire/SnapshotManifest.ts";
import type { FollowFailure } from "./followMembers.ts";
import { canWrite } from "./makeRows.ts";
import { deflate } from "./RowPayload.ts";
import type { SegmentItem } from "./readSnapshot.ts";
import { headsRow, type SpaceContext } from "./SpaceContext.ts";

/** Bytes of records to a segment before it is deflated: about a quarter is left. */
const segmentSize = 1024 * 1024;

/** A segment of records, deflated, ready to be sealed; `readSegment` reads it. */
export const packSegment = (items: readonly SegmentItem[]): Promise<Uint8Array> =>
  deflate(
    writeBytes((to) => {
      to.byte(1);
      to.list(items, ({ id, state }) => {
        to.text(id);
        to.bytes(state);
      });
    }),
  );

/** Records in groups of about `segmentSize`. */
export function segmented(items: readonly SegmentItem[]): SegmentItem[][] {
  const segments: SegmentItem[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (size + item.state.length > segmentSize) {
      segments.push([]);
      size = 0;
    }
    segments.at(-1)?.push(item);
    size += item.state.length;
  }
  return segments;
}

/** The whole of every record that this space carries. */
export async function wholeRecords(
  space: SpaceContext,
): Promise<Result<readonly SegmentItem[], FollowFailure>> {
  const items: SegmentItem[] = [];
  for (const id of space.known.keys()) {
    const said = await space.tools.store.difference(space.id, id, null, space, false);
    if (!said.ok) return said;
    if (said.value !== null) items.push({ id, state: said.value.update });
  }
  return ok(items);
}

/**
 * Makes a snapshot of what this device has, once it has everything and nothing waits [N1]: sealed
 * segments, then a signed manifest. `purge`: rows it covers are to go as soon as it is confirmed.
 * Nothing in the app calls it yet: until devices check and confirm what others made ([N2]), each would only
 * fill the space with another copy.
 */
export async function makeSnapshot(
  space: SpaceContext,
  when: "now" | "purge",
): Promise<Result<null, FollowFailure>> {
  const { requests, heads, membership } = space;
  const { crypto, clock, store } = space.tools;
  if (requests === null || membership === null || !canWrite(space)) return ok(null);
  const isWhole = space.outbox.length === 0 && space.held.size === 0 && space.apart.size === 0;
  const sealer = space.keys.get(membership.epoch)?.sealer;
  if (!isWhole || heads.logId === null || sealer === undefined) return ok(null);
  const lease = await requests.send("POST", `/spaces/${space.id}/snapshots/lease`);
  if (!lease.ok) return lease.error.type === "Refused" ? ok(null) : lease;

  const items = await wholeRecords(space);
  if (!items.ok) return items;
  const by = space.state.device.keys.signing;
  const upTo = heads.cursor;
  const segments: { hash: Uint8Array; size: number }[] = [];
  for (const [at, part] of segmented(items.value).entries()) {
    const sealed = await sealer.seal("segment", by, [at, upTo], await packSegment(part));
    // A record too big for a segment: the log keeps its rows instead.
    if (sealed.length > limits.segment) return ok(null);
    const hash = await crypto.sha256(sealed);
    const put = await requests.send("PUT", `/spaces/${space.id}/segments/${idText(hash)}`, sealed);
    if (!put.ok) return put;
    segments.push({ hash, size: sealed.length });
  }
  const { own } = heads;
  const chains = Object.entries(heads.others).flatMap(([device, { counter, hash }]) => {
    const id = idBytes(device, 32);
    return id.ok ? [{ device: id.value, counter, hash }] : [];
  });
  const unsigned = encodeUnsignedManifest({
    space: space.state.space,
    logId: heads.logId,
    upTo,
    epoch: membership.epoch,
    segments,
    heads: [...chains, { device: by, counter: own.counter, hash: own.hash }],
    previous: heads.manifest.length === 32 ? heads.manifest : new Uint8Array(32),
    purge: when === "purge",
    at: Math.max(0, clock.now()),
    by,
  });
  const manifest = joinManifest(unsigned, await space.sign(manifestSigned(unsigned)));
  const path = `/spaces/${space.id}/snapshots`;
  const put = await requests.exchange("PUT", path, { type: "snapshot", manifest });
  // Somebody was faster: theirs is as good.
  if (!put.ok) return put.error.type === "Refused" ? ok(null) : put;
  const hash = await crypto.sha256(manifest);
  space.heads = { ...space.heads, manifest: hash, sinceManifest: 0 };
  return store.write({ put: [headsRow(space, space.heads)], drop: [] });
}
