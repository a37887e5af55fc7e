import { encodeFields } from "#wire/encodeFields.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { SpaceCrypto } from "./ports/SpaceCrypto.ts";

const half = 8;

const markOf = async (space: Uint8Array, start: Uint8Array, { sha256 }: SpaceCrypto) =>
  (await sha256(encodeFields(["headroom invitation to", space, start]))).subarray(0, half);

/** The id of an invitation by which those who know the space's id tell that it is to there [J1]: 16 bytes, the first half of `random`. */
export async function invitationTo(
  space: Uint8Array,
  random: Uint8Array,
  crypto: SpaceCrypto,
): Promise<Uint8Array> {
  const id = new Uint8Array(2 * half);
  id.set(random.subarray(0, half));
  id.set(await markOf(space, id.subarray(0, half), crypto), half);
  return id;
}

/** Whether an invitation says by its id that it is to this space; false of those that say nothing. */
export const isInvitationTo = async (
  space: Uint8Array,
  invitation: Uint8Array,
  crypto: SpaceCrypto,
): Promise<boolean> =>
  sameBytes(invitation.subarray(half), await markOf(space, invitation.subarray(0, half), crypto));
