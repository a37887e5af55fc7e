import { err, ok, type Result } from "#base/Result.ts";
import { readAll } from "#wire/ByteSource.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { manifestSigned, readManifest, type SnapshotManifest } from "#wire/SnapshotManifest.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { FollowFailure } from "./followMembers.ts";
import { knownRow } from "./makeRows.ts";
import type { ReceivedUpdates, SpaceWrites } from "./ports/SpaceStore.ts";
import { inflate } from "./RowPayload.ts";
import {
  counterKey,
  headsRow,
  type OutboxRow,
  type SpaceContext,
  wasMember,
  withRefused,
} from "./SpaceContext.ts";
import type { Heads } from "./SpaceState.ts";

/** A state of a record within a segment. */
export interface SegmentItem {
  readonly id: string;
  readonly state: Uint8Array;
}

const mostInSegment = 100_000;
const mostInflated = 64 * 1024 * 1024;

/** The records in an opened segment; null where it is none. */
export async function readSegment(opened: Uint8Array): Promise<readonly SegmentItem[] | null> {
  const inflated = await inflate(opened, mostInflated);
  if (inflated === null) return null;
  const items = readAll(inflated, (from) => {
    if (from.byte() !== 1) from.refuse();
    return from.list(mostInSegment, () => ({
      id: from.text(64),
      state: from.bytes(mostInflated),
    }));
  });
  return items.ok ? items.value : null;
}

/** Whether a manifest is by a member who could write it, of this space, and signed by them. */
export async function isGoodManifest(
  space: SpaceContext,
  manifest: SnapshotManifest,
): Promise<boolean> {
  const { membership } = space;
  const by = idText(manifest.by);
  const member = membership?.members.get(by) ?? membership?.former.get(by);
  if (membership === null || member === undefined) return false;
  const inTime =
    manifest.epoch >= member.firstEpoch &&
    manifest.epoch <= (member.lastEpoch ?? membership.epoch) &&
    space.keys.has(manifest.epoch);
  return (
    inTime &&
    sameBytes(manifest.space, space.state.space) &&
    space.tools.crypto.verify(manifest.by, manifestSigned(manifest.unsigned), manifest.signature)
  );
}

const notAServer = err({ type: "NotAServer" } as const);

/** Heads after a snapshot: each device's chain begins where the snapshot ends, unless it is ahead of it. */
export function headsAfter(
  heads: Heads,
  manifest: SnapshotManifest,
  hash: Uint8Array,
  me: string,
): Heads {
  const others = { ...heads.others };
  let { own } = heads;
  for (const { device, counter, hash: last } of manifest.heads) {
    const name = idText(device);
    if (name === me) {
      if (counter > own.counter) own = { ...own, counter, hash: new Uint8Array(last) };
      continue;
    }
    if (counter > (others[name]?.counter ?? 0)) {
      others[name] = { counter, hash: new Uint8Array(last), before: [] };
    }
  }
  const cursor = Math.max(heads.cursor, manifest.upTo);
  return { ...heads, own, others, cursor, manifest: hash, sinceManifest: 0 };
}

/**
 * Reads the latest snapshot: manifest, then segments, each by its hash; records are merged and kept
 * with the cursor in one transaction, so that a tab that ends in between begins again [N2].
 */
export async function readSnapshot(space: SpaceContext): Promise<Result<null, FollowFailure>> {
  const { crypto, store } = space.tools;
  const { requests } = space;
  if (requests === null) return ok(null);
  const frames = await requests.exchange("GET", `/spaces/${space.id}/snapshots/latest`);
  if (!frames.ok) return frames;
  const found = frames.value.find((frame) => frame.type === "snapshot");
  const read = found?.type === "snapshot" ? readManifest(found.manifest) : notAServer;
  if (!read.ok || found?.type !== "snapshot") return notAServer;
  const manifest = read.value;
  if (!(await isGoodManifest(space, manifest))) return notAServer;
  const sealer = space.keys.get(manifest.epoch)?.sealer;
  if (sealer === undefined) return notAServer;

  const segments = await Promise.all(
    manifest.segments.map(async ({ hash, size }, at) => {
      const path = `/spaces/${space.id}/segments/${idText(hash)}`;
      const sealed = await requests.send("GET", path);
      if (!sealed.ok) return sealed;
      if (sealed.value.length !== size || size > limits.segment) return notAServer;
      if (!sameBytes(await crypto.sha256(sealed.value), hash)) return notAServer;
      const opened = await sealer.open("segment", manifest.by, [at, manifest.upTo], sealed.value);
      const items = opened.ok ? await readSegment(opened.value) : null;
      return items === null ? notAServer : ok(items);
    }),
  );
  const received: ReceivedUpdates[] = [];
  for (const segment of segments) {
    if (!segment.ok) return segment;
    for (const { id, state } of segment.value) {
      // Who wrote what is proved beside each record: the snapshot's maker speaks for nobody else.
      received.push({ id, updates: [{ bytes: state }] });
    }
  }
  const hash = await crypto.sha256(found.manifest);
  const after = headsAfter(space.heads, manifest, hash, space.me);
  let heads = after;
  // Rows of ours that the snapshot holds will not be seen in the log any more.
  const ours = manifest.heads.find(({ device }) => idText(device) === space.me);
  const covered = space.outbox.filter(({ counter }) => counter <= (ours?.counter ?? 0));
  const outboxName = ({ counter }: OutboxRow) => ({
    space: space.id,
    part: "outbox",
    key: counterKey("", counter),
  });
  const known = new Map<string, Uint8Array>();
  const kept = await store.receive(
    space.id,
    received,
    wasMember(space),
    (outcomes): SpaceWrites => {
      known.clear();
      heads = withRefused(space, after, outcomes);
      outcomes.forEach(({ id, outcomes: [outcome] }, at) => {
        const bytes = received[at]?.updates[0]?.bytes;
        if (outcome !== "kept" || bytes === undefined) return;
        known.set(id, store.learn(space.known.get(id) ?? null, [bytes]));
      });
      const put = [...known].map(([id, bytes]) => knownRow(space, id, bytes));
      return { put: [...put, headsRow(space, heads)], drop: covered.map(outboxName) };
    },
  );
  if (!kept.ok) return kept;
  space.heads = heads;
  space.outbox = space.outbox.filter((row) => !covered.includes(row));
  for (const { uid } of covered) space.acknowledged.delete(idText(uid));
  for (const [id, bytes] of known) space.known.set(id, bytes);
  const confirmed = await requests.send(
    "POST",
    `/spaces/${space.id}/snapshots/confirm?manifest=${idText(hash)}`,
  );
  // Confirming only helps the server to forget; what was read stands without it.
  return confirmed.ok ? ok(null) : ok(null);
}
