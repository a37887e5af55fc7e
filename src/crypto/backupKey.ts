import { bech32 } from "@scure/base";
import { ok, type Result } from "#base/Result.ts";
import { keyInfo } from "./CommittedKey.ts";
import { hkdfBytes, importSecret } from "./hkdf.ts";
import { wipe } from "./JournalKey.ts";
import { type NotARecoveryCode, readRecoveryWords } from "./recoveryWords.ts";

/** The backup key as `age` writes keys: text, because that is what people and `age` handle. */
interface BackupKeyText {
  /** `AGE-SECRET-KEY-1…`: opens every backup made under these recovery words. */
  readonly identity: string;
  /** `age1…`: backups are sealed to it. It opens nothing. */
  readonly recipient: string;
}

const identityPrefix = "AGE-SECRET-KEY-";
const scalarLength = 32;
const noSalt = new Uint8Array(0);

/** Large, and needed only where backups are: loaded when first used. */
export const ageEncryption = () => import("age-encryption");

/** The X25519 key that backups are sealed to, from recovery words as typed [B1]. */
export async function backupKeyOf(
  words: string | readonly string[],
): Promise<Result<BackupKeyText, NotARecoveryCode>> {
  const entropy = await readRecoveryWords(words);
  if (!entropy.ok) return entropy;
  const material = await importSecret(entropy.value);
  wipe(entropy.value);
  const scalar = await hkdfBytes(material, noSalt, keyInfo("backup identity", []), scalarLength);
  const identity = bech32.encodeFromBytes(identityPrefix, scalar).toUpperCase();
  wipe(scalar);
  const { identityToRecipient } = await ageEncryption();
  return ok({ identity, recipient: await identityToRecipient(identity) });
}
