import type { Hono } from "hono";
import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import type { Refusal } from "#wire/Refusal.ts";
import { manifestSigned, readManifest, type SnapshotManifest } from "#wire/SnapshotManifest.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { confirmationSigned, confirmersNeeded } from "#wire/snapshotConfirmation.ts";
import { wasMemberAt } from "#wire/wasMemberAt.ts";
import { nodeCrypto, sha256 } from "../nodeCrypto.ts";
import type { Surroundings } from "../Surroundings.ts";
import type { SnapshotOutcome } from "../store/SnapshotStore.ts";
import { type Answer, done, refuse } from "./answers.ts";
import { forMember, type MemberVisit } from "./doors.ts";
import { idIn, type MailboxEnv, noBody, oneFrame, withFrame } from "./Visit.ts";

/**
 * Devices besides its author that must confirm a snapshot before rows it covers may go: one as soon as
 * the space has two, and wherever those who begin with it will want one [N2].
 */
const neededOf = ({ membership }: MemberVisit, manifest: SnapshotManifest): number =>
  Math.max(Math.min(2, membership.members.size), confirmersNeeded(membership, manifest)) - 1;

/** What was withdrawn goes from the write-ahead log too now, not at the next round. */
async function sweepPurged(outcome: SnapshotOutcome, { sweepSoon }: Surroundings): Promise<Answer> {
  if (outcome === "purged") await sweepSoon();
  return done;
}

const nameIn = (text: string): Result<Uint8Array | "latest" | "confirmed", Refusal> =>
  text === "latest" || text === "confirmed" ? ok(text) : idIn(text, 32);

async function putSnapshot(visit: MemberVisit, around: Surroundings): Promise<Answer> {
  const { space, device, membership } = visit;
  const frame = oneFrame(visit.body, "snapshot");
  if (!frame.ok) return frame;
  const bytes = frame.value.manifest;
  const read = readManifest(bytes);
  if (!read.ok) return read;
  const manifest = read.value;
  const isOwn =
    sameBytes(manifest.by, device) &&
    sameBytes(manifest.space, space) &&
    wasMemberAt(membership, idText(device), manifest.epoch) &&
    (await nodeCrypto.verify(device, manifestSigned(manifest.unsigned), manifest.signature));
  if (!isOwn) return refuse({ type: "BadSignature" });
  const result = await around.store.putSnapshot(
    {
      space,
      hash: sha256(bytes),
      manifest: bytes,
      logId: manifest.logId,
      upTo: manifest.upTo,
      purge: manifest.purge,
      segments: manifest.segments.map(({ hash }) => hash),
    },
    neededOf(visit, manifest),
    around.now(),
  );
  if (result === "otherLog") return refuse({ type: "OtherLog" });
  if (result === "segmentsMissing") return refuse({ type: "NotFound" });
  return sweepPurged(result, around);
}

async function confirm(visit: MemberVisit, around: Surroundings): Promise<Answer> {
  const { space, device, membership, body: signature } = visit;
  const hash = idIn(visit.query("manifest"), 32);
  if (!hash.ok) return hash;
  const stored = await around.store.snapshot(space, hash.value);
  const read = stored && readManifest(stored.manifest);
  if (!read?.ok) return refuse({ type: "NotFound" });
  const manifest = read.value;
  // Its author has said so by the manifest itself.
  if (sameBytes(manifest.by, device)) return done;
  const isGood =
    signature.length === 64 &&
    wasMemberAt(membership, idText(device), manifest.epoch) &&
    (await nodeCrypto.verify(device, confirmationSigned(space, hash.value, device), signature));
  if (!isGood) return refuse({ type: "BadSignature" });
  const outcome = await around.store.confirm(
    space,
    hash.value,
    { device, signature },
    neededOf(visit, manifest),
    around.now(),
  );
  return outcome === "none" ? refuse({ type: "NotFound" }) : sweepPurged(outcome, around);
}

/** Snapshots: the lease, segments, manifests and who vouches for them [N1, N2]. */
export function addSnapshotRoutes(routes: Hono<MailboxEnv>, around: Surroundings): void {
  const { store, settings, now } = around;
  routes.post(
    "/spaces/:space/snapshots/lease",
    forMember(around, noBody, async ({ space, device }) => {
      const { holds, until } = await store.lease(
        space,
        device,
        now(),
        now() + settings.leaseMilliseconds,
      );
      return holds ? done : refuse({ type: "LeaseTaken", until: Math.ceil(until / 1000) });
    }),
  );
  routes.put(
    "/spaces/:space/segments/:hash",
    forMember(around, limits.segment, async (visit) => {
      const hash = idIn(visit.param("hash"), 32);
      if (!hash.ok) return hash;
      if (!sameBytes(sha256(visit.body), hash.value)) return refuse({ type: "Malformed" });
      const { quota } = settings;
      const kept = await store.putSegment(visit.space, hash.value, visit.body, now(), quota);
      return kept === "kept" ? done : refuse({ type: "Quota", most: quota });
    }),
  );
  routes.get(
    "/spaces/:space/segments/:hash",
    forMember(around, noBody, async (visit) => {
      const hash = idIn(visit.param("hash"), 32);
      if (!hash.ok) return hash;
      const bytes = await store.segment(visit.space, hash.value);
      return bytes ? { ok: true, value: bytes } : refuse({ type: "NotFound" });
    }),
  );
  routes.put(
    "/spaces/:space/snapshots",
    forMember(around, withFrame(limits.manifest), (visit) => putSnapshot(visit, around)),
  );
  routes.get(
    "/spaces/:space/snapshots/:hash",
    forMember(around, noBody, async (visit) => {
      const which = nameIn(visit.param("hash"));
      if (!which.ok) return which;
      const shown = await store.snapshot(visit.space, which.value);
      if (shown) {
        const { manifest, confirmations } = shown;
        const frames = [
          { type: "snapshot", manifest },
          { type: "confirmed", confirmations },
        ] as const;
        return { ok: true, value: frames };
      }
      // That a space has none yet is an answer like any other: a browser would call a 404 a failure.
      return typeof which.value === "string"
        ? { ok: true, value: [] }
        : refuse({ type: "NotFound" });
    }),
  );
  routes.post(
    "/spaces/:space/snapshots/confirm",
    forMember(around, 64, (visit) => confirm(visit, around)),
  );
}
