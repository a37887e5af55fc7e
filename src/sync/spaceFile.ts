import { err, ok, type Result } from "#base/Result.ts";
import { writeBytes } from "#wire/ByteSink.ts";
import { readAll } from "#wire/ByteSource.ts";
import { idBytes } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import {
  encodeUnsignedManifest,
  joinManifest,
  manifestSigned,
  readManifest,
} from "#wire/SnapshotManifest.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type FollowFailure, takeEntries } from "./followMembers.ts";
import { canWrite, makeRows } from "./makeRows.ts";
import { packSegment, segmented, wholeRecords } from "./makeSnapshot.ts";
import type { ReceivedUpdates } from "./ports/SpaceStore.ts";
import { headsAfter, isGoodManifest, readSegment } from "./readSnapshot.ts";
import { headsRow, type SpaceContext } from "./SpaceContext.ts";

/** The first bytes of a file that carries a whole space. */
const magic = new TextEncoder().encode("HdrmSpac");
const version = 1;

/** What stands in a space file, read. */
export interface SpaceFile {
  readonly space: Uint8Array;
  readonly log: readonly Uint8Array[];
  readonly manifest: Uint8Array;
  readonly segments: readonly Uint8Array[];
}

/** A whole space as a file: its members' log, and everything it carries, sealed and signed. */
export async function packSpace(
  space: SpaceContext,
): Promise<Result<Uint8Array, FollowFailure | { readonly type: "CannotWrite" }>> {
  const { membership, heads, tools } = space;
  const sealer = space.keys.get(membership?.epoch ?? 0)?.sealer;
  if (membership === null || sealer === undefined || !canWrite(space)) {
    return err({ type: "CannotWrite" });
  }
  // What is unsent gets its place in this device's chain first.
  const made = await makeRows(space);
  if (!made.ok) return made;
  const items = await wholeRecords(space);
  if (!items.ok) return items;
  const by = space.state.device.keys.signing;
  const segments: Uint8Array[] = [];
  for (const [at, part] of segmented(items.value).entries()) {
    segments.push(await sealer.seal("file", by, [at], await packSegment(part)));
  }
  const chains = Object.entries(heads.others).flatMap(([device, { counter, hash }]) => {
    const id = idBytes(device, 32);
    return id.ok ? [{ device: id.value, counter, hash }] : [];
  });
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
      ...chains,
      { device: by, counter: space.heads.own.counter, hash: space.heads.own.hash },
    ],
    previous: new Uint8Array(32),
    purge: false,
    at: Math.max(0, tools.clock.now()),
    by,
  });
  const manifest = joinManifest(unsigned, await space.sign(manifestSigned(unsigned)));
  return ok(
    writeBytes((to) => {
      to.exactly(magic.length, magic);
      to.byte(version);
      to.exactly(16, space.state.space);
      to.list(space.state.log, to.bytes);
      to.bytes(manifest);
      to.list(segments, to.bytes);
    }),
  );
}

const largest = 1024 * 1024 * 1024;

/** Reads a space file; `newer`: of a later version. */
export function readSpaceFile(bytes: Uint8Array): Result<SpaceFile, "newer" | "malformed"> {
  const isOurs = sameBytes(bytes.subarray(0, magic.length), magic);
  if (!isOurs) return err("malformed");
  if ((bytes[magic.length] ?? 0) > version) return err("newer");
  const read = readAll(bytes.subarray(magic.length + 1), (from) => ({
    space: from.exactly(16),
    log: from.list(limits.listed, () => from.bytes(limits.membershipEntry)),
    manifest: from.bytes(limits.manifest),
    segments: from.list(limits.segments, () => from.bytes(largest)),
  }));
  return read.ok ? read : err("malformed");
}

/** The file is damaged, or was not made by a member who could. */
export interface BadFile {
  readonly type: "BadFile";
}

/** Takes in a space file of this space: members first, then records. Gives how many records it holds. */
export async function takeSpaceFile(
  space: SpaceContext,
  file: SpaceFile,
): Promise<Result<number, FollowFailure | BadFile>> {
  const bad = err({ type: "BadFile" } as const);
  const known = space.state.log.length;
  const agrees = space.state.log
    .slice(0, file.log.length)
    .every((entry, at) => sameBytes(entry, file.log[at] ?? new Uint8Array()));
  if (!agrees || !sameBytes(file.space, space.state.space)) return bad;
  const followed = await takeEntries(space, file.log.slice(known));
  if (!followed.ok) return followed;
  const read = readManifest(file.manifest);
  if (!read.ok || !(await isGoodManifest(space, read.value))) return bad;
  const manifest = read.value;
  const sealer = space.keys.get(manifest.epoch)?.sealer;
  if (sealer === undefined || manifest.segments.length !== file.segments.length) return bad;
  const received: ReceivedUpdates[] = [];
  for (const [at, sealed] of file.segments.entries()) {
    const hash = await space.tools.crypto.sha256(sealed);
    if (!sameBytes(hash, manifest.segments[at]?.hash ?? new Uint8Array())) return bad;
    const opened = await sealer.open("file", manifest.by, [at], sealed);
    const items = opened.ok ? await readSegment(opened.value) : null;
    if (items === null) return bad;
    for (const { id, state } of items) received.push({ id, updates: [{ by: "", bytes: state }] });
  }
  // Rows come by the log too, where there is one; a file moves no cursor and no chain but where there is no server.
  const after =
    space.requests === null
      ? headsAfter(space.heads, manifest, space.heads.manifest, space.me)
      : space.heads;
  const heads = { ...after, own: space.heads.own, cursor: space.heads.cursor };
  const kept = await space.tools.store.receive(space.id, received, () => ({
    put: [headsRow(space, heads)],
    drop: [],
  }));
  if (!kept.ok) return kept;
  space.heads = heads;
  return ok(received.length);
}
