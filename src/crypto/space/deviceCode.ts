import type { Random } from "#base/Random.ts";
import { ok, type Result } from "#base/Result.ts";
import { encodeFields } from "#wire/encodeFields.ts";
import { hkdfBytes, importSecret } from "../hkdf.ts";
import { type NotARecoveryCode, newRecoveryWords, readRecoveryWords } from "../recoveryWords.ts";
import type { InvitationSecret } from "./invitation.ts";

/** An invitation to link a device of one's own that can be typed: everything of it comes from twelve words [J6]. */
export interface DeviceCode extends InvitationSecret {
  readonly words: readonly string[];
}

const noSalt = new Uint8Array(0);

/** The invitation that 16 bytes of entropy stand for, which are wiped [G11]. */
async function invitationOf(entropy: Uint8Array<ArrayBuffer>): Promise<InvitationSecret> {
  const material = await importSecret(entropy);
  entropy.fill(0);
  const derive = (purpose: string, length: number) =>
    hkdfBytes(material, noSalt, encodeFields(["headroom v1", purpose]), length);
  return {
    invitation: await derive("device code invitation", 16),
    secret: await derive("device code secret", 32),
  };
}

/** A fresh code: 128 random bits. */
export async function newDeviceCode(random: Random): Promise<DeviceCode> {
  const words = await newRecoveryWords(random);
  const entropy = await readRecoveryWords(words);
  if (!entropy.ok) throw new Error("fresh words do not read");
  return { words, ...(await invitationOf(entropy.value)) };
}

/** The invitation that typed words stand for; numbering, capitals and line breaks are let go. */
export async function readDeviceCode(
  typed: string,
): Promise<Result<InvitationSecret, NotARecoveryCode>> {
  const words = typed.normalize("NFKC").match(/\p{L}+/gu) ?? [];
  const entropy = await readRecoveryWords(words.join(" "));
  return entropy.ok ? ok(await invitationOf(entropy.value)) : entropy;
}
