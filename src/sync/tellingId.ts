import { encodeFields } from "#wire/encodeFields.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { SpaceCrypto } from "./ports/SpaceCrypto.ts";

/** What such an id tells: which space an invitation is to [J1], or which proposal a copy is of [B5]. */
type Told = "headroom invitation to" | "headroom copy of";

const half = 8;

const markOf = async (
  told: Told,
  of: Uint8Array,
  start: Uint8Array,
  { sha256 }: Pick<SpaceCrypto, "sha256">,
) => (await sha256(encodeFields([told, of, start]))).subarray(0, half);

/** A fresh id by which those who know the id `of` tell that it belongs to that: 16 bytes, the first half of `random`. */
export async function tellingId(
  told: Told,
  of: Uint8Array,
  random: Uint8Array,
  crypto: Pick<SpaceCrypto, "sha256">,
): Promise<Uint8Array> {
  const id = new Uint8Array(2 * half);
  id.set(random.subarray(0, half));
  id.set(await markOf(told, of, id.subarray(0, half), crypto), half);
  return id;
}

/** Whether an id tells that it belongs to `of`; false of those that tell nothing. */
export const tellsOf = async (
  told: Told,
  of: Uint8Array,
  id: Uint8Array,
  crypto: Pick<SpaceCrypto, "sha256">,
): Promise<boolean> =>
  sameBytes(id.subarray(half), await markOf(told, of, id.subarray(0, half), crypto));
