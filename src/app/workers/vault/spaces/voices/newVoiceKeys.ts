import { base64urlnopad } from "@scure/base";
import type { Random } from "#base/Random.ts";
import { newSealingKeys } from "#crypto/space/sealTo.ts";

/** Fresh keys for a voice box, as its record writes them: base64url. */
export async function newVoiceKeys(
  random: Random,
): Promise<{ readonly publicKey: string; readonly secretKey: string }> {
  const { publicKey, secretKey } = await newSealingKeys(random);
  return {
    publicKey: base64urlnopad.encode(publicKey),
    secretKey: base64urlnopad.encode(secretKey),
  };
}
