import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import type { MembershipAct } from "#wire/MembershipEntry.ts";
import type { EpochKey } from "./ports/SpaceCrypto.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** The act that gives the space a new key without these devices [G5, G6 of src/crypto/SPEC.md]; null where this device lacks the present one. */
export async function rotation(
  space: Pick<SpaceContext, "keys" | "tools">,
  membership: Membership,
  removed: readonly Uint8Array[],
): Promise<MembershipAct | null> {
  const { crypto } = space.tools;
  const older = space.keys.get(membership.epoch)?.key;
  if (older === undefined) return null;
  const key: EpochKey = crypto.newEpochKey(membership.epoch + 1);
  const gone = new Set(removed.map(idText));
  const staying = [...membership.members].filter(([device]) => !gone.has(device));
  return {
    type: "rotate",
    from: membership.epoch,
    to: key.epoch,
    removed,
    wraps: await Promise.all(
      staying.map(async ([, { keys }]) => ({
        device: keys.signing,
        wrapped: await crypto.wrap(key, membership.space, keys),
      })),
    ),
    olderKey: await crypto.sealOlderKey(membership.space, key, older),
  };
}
