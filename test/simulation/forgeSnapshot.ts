import { packSegment, wholeRecords } from "#sync/makeSnapshot.ts";
import type { SegmentItem } from "#sync/SegmentItem.ts";
import { waitingItems } from "#sync/waitingRows.ts";
import { idBytes, idText } from "#wire/idText.ts";
import {
  encodeUnsignedManifest,
  joinManifest,
  manifestSigned,
  type UnsignedManifest,
} from "#wire/SnapshotManifest.ts";
import type { SimDevice } from "./SimDevice.ts";

/** What a member's changed app puts on the server in place of a true snapshot. */
export interface SnapshotForgery {
  readonly items?: (items: readonly SegmentItem[]) => readonly SegmentItem[];
  readonly pack?: typeof packSegment;
  /** What waits for something before it. */
  readonly waiting?: (items: readonly SegmentItem[]) => readonly SegmentItem[];
  readonly manifest?: (manifest: UnsignedManifest) => UnsignedManifest;
}

/** Puts a snapshot on the server as `by` has it, changed, sealed and signed with its own keys; gives its name. */
export async function forgeSnapshot(
  by: SimDevice,
  {
    items = (all) => all,
    waiting = (all) => all,
    pack = packSegment,
    manifest = (all) => all,
  }: SnapshotForgery,
): Promise<string> {
  const space = by.space();
  const { requests, heads, membership } = space;
  const { crypto, clock } = by.tools();
  const sealer = space.keys.get(membership?.epoch ?? 0)?.sealer;
  if (requests === null || sealer === undefined || heads.logId === null)
    throw new Error("no space");
  const device = space.state.device.keys.signing;
  const whole = await wholeRecords(space);
  if (!whole.ok) throw new Error("records do not open");
  const packed = await pack([...items(whole.value.items), ...waiting(waitingItems(space))]);
  const claimed = manifest({
    space: space.state.space,
    logId: heads.logId,
    upTo: heads.cursor,
    epoch: membership?.epoch ?? 0,
    segments: [],
    heads: Object.entries(heads.logged).flatMap(([name, { counter, hash }]) => {
      const id = idBytes(name, 32);
      return id.ok ? [{ device: id.value, counter, hash }] : [];
    }),
    previous: new Uint8Array(32),
    purge: false,
    at: clock.now(),
    by: device,
  });
  const sealed = await sealer.seal("segment", device, [0, claimed.upTo], packed);
  const hash = await crypto.sha256(sealed);
  const segments = [{ hash, size: sealed.length }];
  const unsigned = encodeUnsignedManifest({ ...claimed, segments });
  const signed = joinManifest(unsigned, await space.sign(manifestSigned(unsigned)));
  const path = `/spaces/${space.id}`;
  const kept = await requests.send("PUT", `${path}/segments/${idText(hash)}`, sealed);
  const put = await requests.exchange("PUT", `${path}/snapshots`, {
    type: "snapshot",
    manifest: signed,
  });
  if (!kept.ok || !put.ok) throw new Error(`not put: ${JSON.stringify(put)}`);
  return idText(await crypto.sha256(signed));
}
