import { err, ok, type Result } from "#base/Result.ts";
import { type Malformed, readAll } from "#wire/ByteSource.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import {
  isNewerManifest,
  manifestSigned,
  readManifest,
  type SnapshotManifest,
} from "#wire/SnapshotManifest.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { Confirmation } from "#wire/snapshotConfirmation.ts";
import { wasMemberAt } from "#wire/wasMemberAt.ts";
import type { ReceivedUpdates, SpaceRow } from "./ports/SpaceStore.ts";
import { inflate, type NewerVersion } from "./RowPayload.ts";
import type { ServerFailure } from "./requests.ts";
import type { SegmentItem } from "./SegmentItem.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { isWaitingItem, readWaiting } from "./waitingRows.ts";

const mostInSegment = 100_000;
const mostInflated = 64 * 1024 * 1024;

/** Segments of up to this version are read; one of the first may hold what waits, too. */
const segmentVersion = 2;

/** What stands in an opened segment. */
export async function readSegment(
  opened: Uint8Array,
): Promise<Result<readonly SegmentItem[], Malformed | NewerVersion>> {
  const inflated = (await inflate(opened, mostInflated)) ?? new Uint8Array();
  const [version = 0] = inflated;
  if (version > segmentVersion) return err({ type: "NewerVersion" });
  return readAll(inflated, (from) => {
    if (from.byte() === 0) from.refuse();
    return from.list(mostInSegment, () => ({
      id: from.text(128),
      state: from.bytes(mostInflated),
    }));
  });
}

/** Whether a manifest is by a member who could write it, of this space, and signed by them. */
export async function isGoodManifest(
  space: SpaceContext,
  manifest: SnapshotManifest,
): Promise<boolean> {
  const { membership } = space;
  return (
    membership !== null &&
    wasMemberAt(membership, idText(manifest.by), manifest.epoch) &&
    space.keys.has(manifest.epoch) &&
    sameBytes(manifest.space, space.state.space) &&
    space.tools.crypto.verify(manifest.by, manifestSigned(manifest.unsigned), manifest.signature)
  );
}

/** A manifest as the server shows it, and its name. Nothing of it has been checked. */
export interface ShownManifest {
  readonly manifest: SnapshotManifest;
  /** SHA-256 of its bytes. */
  readonly hash: Uint8Array;
  /** Who besides its author is said to have confirmed it. */
  readonly confirmations: readonly Confirmation[];
}

const notAServer = err({ type: "NotAServer" } as const);
const newerVersion = err({ type: "NewerVersion" } as const);

/** The newest manifest on the server, or the newest that was confirmed; null where there is none. */
export async function askForManifest(
  space: SpaceContext,
  which: "latest" | "confirmed",
): Promise<Result<ShownManifest | null, ServerFailure>> {
  if (space.requests === null) return ok(null);
  const frames = await space.requests.exchange("GET", `/spaces/${space.id}/snapshots/${which}`);
  if (!frames.ok) return frames;
  if (frames.value.length === 0) return ok(null);
  const shown = frames.value.find((frame) => frame.type === "snapshot");
  const read = shown?.type === "snapshot" ? readManifest(shown.manifest) : notAServer;
  if (shown?.type !== "snapshot") return notAServer;
  if (!read.ok) return isNewerManifest(shown.manifest) ? newerVersion : notAServer;
  const confirmations = frames.value.flatMap((frame) =>
    frame.type === "confirmed" ? frame.confirmations : [],
  );
  const hash = await space.tools.crypto.sha256(shown.manifest);
  return ok({ manifest: read.value, hash, confirmations });
}

/** What a snapshot says. */
export interface SnapshotContent {
  readonly records: readonly ReceivedUpdates[];
  /** What waits for something before it, to be kept as it is. */
  readonly waiting: readonly SpaceRow[];
}

/**
 * Fetches and opens what a manifest names, each piece by its hash. `NotAServer`: a manifest that
 * nobody of this space signed, or pieces that are not the ones it names, or do not open. `NewerVersion`:
 * pieces that only a later version of this app reads.
 */
export async function openSnapshot(
  space: SpaceContext,
  manifest: SnapshotManifest,
): Promise<Result<SnapshotContent, ServerFailure>> {
  const { requests, keys, tools } = space;
  const sealer = keys.get(manifest.epoch)?.sealer;
  if (requests === null || sealer === undefined) return notAServer;
  if (!(await isGoodManifest(space, manifest))) return notAServer;
  const items: SegmentItem[] = [];
  for (const [at, { hash, size }] of manifest.segments.entries()) {
    const sealed = await requests.send("GET", `/spaces/${space.id}/segments/${idText(hash)}`);
    if (!sealed.ok) return sealed;
    if (sealed.value.length !== size || size > limits.segment) return notAServer;
    if (!sameBytes(await tools.crypto.sha256(sealed.value), hash)) return notAServer;
    const opened = await sealer.open("segment", manifest.by, [at, manifest.upTo], sealed.value);
    const read = opened.ok ? await readSegment(opened.value) : notAServer;
    if (!read.ok) return read.error.type === "NewerVersion" ? newerVersion : notAServer;
    items.push(...read.value);
  }
  const waiting = readWaiting(space.id, items.filter(isWaitingItem));
  if (waiting === null) return notAServer;
  // Who wrote what is proved beside each record: the snapshot's maker speaks for nobody else.
  const records = items
    .filter((item) => !isWaitingItem(item))
    .map(({ id, state }) => ({ id, updates: [{ bytes: state }] }));
  return ok({ records, waiting });
}
