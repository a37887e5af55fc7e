import { base64urlnopad } from "@scure/base";
import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import { slowHash, slowHashCost, slowHashSaltLength, type TooLittleMemory } from "./slowHash.ts";

/** The salt that all hidden names on a device share, so that one slow hash finds a name among many. */
export const newHiddenNameSalt = (random: Random): Uint8Array<ArrayBuffer> =>
  random.bytes(slowHashSaltLength);

/**
 * What is stored in place of a hidden journal's name [N1]: 43 base64url characters that only the
 * name gives, slowly. Capitals, width and spacing do not matter: keyboards change them.
 */
export async function hiddenNameTag(
  name: string,
  salt: Uint8Array,
): Promise<Result<string, TooLittleMemory>> {
  if (salt.length < slowHashSaltLength) throw new RangeError("the salt is too short");
  const typed = name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
  const hash = await slowHash("hidden name", typed, salt, slowHashCost);
  return hash.ok ? ok(base64urlnopad.encode(hash.value)) : hash;
}
