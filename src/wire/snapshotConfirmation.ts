import { encodeFields } from "./encodeFields.ts";
import { idText } from "./idText.ts";
import type { Membership } from "./Membership.ts";
import type { UnsignedManifest } from "./SnapshotManifest.ts";
import { wasMemberAt } from "./wasMemberAt.ts";

/** A device's signed word that who begins with a snapshot comes to have all that it has [N2]. */
export interface Confirmation {
  /** Its id, 32 bytes. */
  readonly device: Uint8Array;
  /** 64 bytes, over `confirmationSigned`. */
  readonly signature: Uint8Array;
}

/** What a device signs to confirm a snapshot, named by SHA-256 of its manifest [N2]. */
export const confirmationSigned = (
  space: Uint8Array,
  manifest: Uint8Array,
  device: Uint8Array,
): Uint8Array<ArrayBuffer> =>
  encodeFields(["headroom snapshot confirmed v1", space, manifest, device]);

/**
 * How many devices must stand for a snapshot, its author being one: two; one where, as far as the
 * manifest says, nobody else was there to know better: all other members of its epoch were let in
 * during it and after its author, and it covers no row of theirs. The same at any later time, so that
 * what was confirmed stays so whoever joins or is removed.
 */
export function confirmersNeeded(
  membership: Membership,
  { by, epoch, heads }: Pick<UnsignedManifest, "by" | "epoch" | "heads">,
): 1 | 2 {
  const author = idText(by);
  const named = new Set(heads.map(({ device }) => idText(device)));
  const all = new Map([...membership.former, ...membership.members]);
  const since = all.get(author)?.since ?? 0;
  const wasAlone = [...all].every(
    ([device, member]) =>
      device === author ||
      !wasMemberAt(membership, device, epoch) ||
      (member.firstEpoch === epoch && member.since > since && !named.has(device)),
  );
  return wasAlone ? 1 : 2;
}

/**
 * The devices, by `idText`, that stand for a snapshot: its author, whose signature is the caller's to
 * check, and each that was a member in its epoch and truly signed so. Whether one was removed since is
 * no matter: what it found whole was whole.
 */
export async function confirmersOf(
  membership: Membership,
  manifest: Pick<UnsignedManifest, "by" | "epoch">,
  hash: Uint8Array,
  confirmations: readonly Confirmation[],
  verify: (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const confirmers = new Set([idText(manifest.by)]);
  for (const { device, signature } of confirmations) {
    const signed = confirmationSigned(membership.space, hash, device);
    const isMember = wasMemberAt(membership, idText(device), manifest.epoch);
    if (isMember && (await verify(device, signed, signature))) confirmers.add(idText(device));
  }
  return confirmers;
}
