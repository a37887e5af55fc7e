import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { confirmationSigned, confirmersNeeded, confirmersOf } from "#wire/snapshotConfirmation.ts";
import { wasMemberAt } from "#wire/wasMemberAt.ts";
import type { ShownManifest } from "./openSnapshot.ts";
import type { ServerFailure } from "./requests.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** How a snapshot stands among the members of its epoch [N2]. */
export type Standing =
  /** Enough devices stand for it. */
  | "confirmed"
  /** Too few do, and this one may say what it finds. */
  | "lacksOurs"
  /** Too few do, and others may still. */
  | "lacksOthers"
  /** Too few do, and nobody is left who could: another has to be made in its place. */
  | "stuck";

/** Checks who confirmed a snapshot. Whether its author signed it is asked of `isGoodManifest`. */
export async function standingOf(
  { membership, tools, me }: SpaceContext,
  { manifest, hash, confirmations }: ShownManifest,
): Promise<Standing> {
  if (membership === null) return "lacksOthers";
  const { verify } = tools.crypto;
  const by = await confirmersOf(membership, manifest, hash, confirmations, verify);
  if (by.size >= confirmersNeeded(membership, manifest)) return "confirmed";
  const could = [...membership.members.keys()].filter(
    (device) => !by.has(device) && wasMemberAt(membership, device, manifest.epoch),
  );
  if (could.includes(me)) return "lacksOurs";
  return could.length > 0 ? "lacksOthers" : "stuck";
}

/** Signs that a snapshot was found whole; not where this device was let in under a later epoch, whose word would not count. */
export async function confirmSnapshot(
  { id, state, membership, me, sign, requests }: SpaceContext,
  { manifest, hash }: ShownManifest,
): Promise<Result<null, ServerFailure>> {
  const mayConfirm = membership !== null && wasMemberAt(membership, me, manifest.epoch);
  if (!mayConfirm || requests === null) return ok(null);
  const signature = await sign(confirmationSigned(state.space, hash, state.device.keys.signing));
  const path = `/spaces/${id}/snapshots/confirm?manifest=${idText(hash)}`;
  const confirmed = await requests.send("POST", path, signature);
  return confirmed.ok ? ok(null) : confirmed;
}
