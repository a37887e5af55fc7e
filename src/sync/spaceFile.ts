import { err, ok, type Result } from "#base/Result.ts";
import { writeBytes } from "#wire/ByteSink.ts";
import { type Malformed, readAll } from "#wire/ByteSource.ts";
import { limits } from "#wire/limits.ts";
import { encodeUnsignedManifest, joinManifest, manifestSigned } from "#wire/SnapshotManifest.ts";
import type { CannotWrite } from "./changeMembers.ts";
import { spaceFile } from "./fileStart.ts";
import type { FollowFailure } from "./followMembers.ts";
import { changeKnown } from "./knownElsewhere.ts";
import { canWrite, makeRows } from "./makeRows.ts";
import { manifestHeads, packSegment, segmented, wholeRecords } from "./makeSnapshot.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** What stands in a space file, read [B2]. */
export interface SpaceFile {
  readonly space: Uint8Array;
  readonly log: readonly Uint8Array[];
  readonly manifest: Uint8Array;
  readonly segments: readonly Uint8Array[];
}

const mostRecords = 1_000_000;

/** Everything that waits to go out by file counts as gone out from now on. */
async function markGone(space: SpaceContext): Promise<Result<null, NotKept>> {
  const { store } = space.tools;
  const marks = await store.unsent(space.id, mostRecords);
  if (!marks.ok) return marks;
  const known = new Map<string, Uint8Array>();
  for (const { id, stamp } of marks.value) {
    const said = await store.difference(space.id, id, null, space, stamp > 0);
    if (!said.ok) return said;
    if (said.value.type === "said") known.set(id, said.value.known);
  }
  const { put, drop, rely } = changeKnown(space, known);
  const sent = marks.value.map(({ id, stamp }) => ({
    space: space.id,
    part: "unsent",
    key: id,
    stamp,
  }));
  const kept = await store.write({ put, drop: [...drop, ...sent] });
  if (kept.ok) rely();
  return kept;
}

/** A whole space as a file: its members' log, and everything it carries, sealed and signed [B2]. */
export async function packSpace(
  space: SpaceContext,
): Promise<Result<Uint8Array, FollowFailure | CannotWrite>> {
  const { membership, heads, tools } = space;
  const sealer = space.keys.get(membership?.epoch ?? 0)?.sealer;
  if (membership === null || sealer === undefined || !canWrite(space)) {
    return err({ type: "CannotWrite" });
  }
  // Where there is a server, what is unsent gets its place in this device's chain first.
  const made = await (space.requests === null ? markGone(space) : makeRows(space));
  if (!made.ok) return made;
  const items = await wholeRecords(space);
  if (!items.ok) return items;
  const by = space.state.device.keys.signing;
  const segments: Uint8Array[] = [];
  for (const [at, part] of segmented(items.value.items).entries()) {
    segments.push(await sealer.seal("file", by, [at], await packSegment(part)));
  }
  const unsigned = encodeUnsignedManifest({
    space: space.state.space,
    logId: new Uint8Array(16),
    upTo: 0,
    epoch: membership.epoch,
    segments: await Promise.all(
      segments.map(async (bytes) => ({
        hash: await tools.crypto.sha256(bytes),
        size: Math.min(bytes.length, limits.segment),
      })),
    ),
    heads: [
      ...manifestHeads(heads.others),
      { device: by, counter: space.heads.own.counter, hash: space.heads.own.hash },
    ],
    previous: new Uint8Array(32),
    purge: false,
    at: Math.max(0, tools.clock.now()),
    by,
  });
  const manifest = joinManifest(unsigned, await space.sign(manifestSigned(unsigned)));
  const rest = writeBytes((to) => {
    to.exactly(16, space.state.space);
    to.list(space.state.log, to.bytes);
    to.bytes(manifest);
    to.list(segments, to.bytes);
  });
  return ok(spaceFile("space", [rest]));
}

const largest = 1024 * 1024 * 1024;

/** Reads what follows the start of a space file. */
export const readSpaceFile = (rest: Uint8Array): Result<SpaceFile, Malformed> =>
  readAll(rest, (from) => ({
    space: from.exactly(16),
    log: from.list(limits.listed, () => from.bytes(limits.membershipEntry)),
    manifest: from.bytes(limits.manifest),
    segments: from.list(limits.segments, () => from.bytes(largest)),
  }));
