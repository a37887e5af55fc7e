import { idText } from "#wire/idText.ts";
import type { SnapshotManifest } from "#wire/SnapshotManifest.ts";
import type { Heads } from "./SpaceState.ts";

/** Heads after a snapshot: each device's chain begins where the snapshot ends, unless it is ahead of it. */
export function headsAfter(
  heads: Heads,
  manifest: SnapshotManifest,
  hash: Uint8Array,
  me: string,
): Heads {
  const others = { ...heads.others };
  const logged = { ...heads.logged };
  let { own } = heads;
  for (const { device, counter, hash: last } of manifest.heads) {
    const name = idText(device);
    const head = { counter, hash: new Uint8Array(last) };
    if (counter > (logged[name]?.counter ?? 0)) logged[name] = head;
    if (name === me) {
      if (counter > own.counter) own = { ...own, ...head };
      continue;
    }
    if (counter > (others[name]?.counter ?? 0)) others[name] = { ...head, before: [] };
  }
  const cursor = Math.max(heads.cursor, manifest.upTo);
  const coveredThrough = Math.max(heads.coveredThrough, manifest.upTo);
  return { ...heads, own, others, logged, cursor, manifest: hash, coveredThrough };
}
