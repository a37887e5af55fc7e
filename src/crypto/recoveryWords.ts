import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";

/**
 * Words that cannot be a recovery code. `unknown`: positions from 0 of words not in the list; none where
 * only the checksum or the count is wrong. `count`: how many words there are.
 */
export interface NotARecoveryCode {
  readonly type: "NotARecoveryCode";
  readonly unknown: readonly number[];
  readonly count: number;
}

/** How many words there are in a code. */
export const wordCount = 12;
const entropyLength = 16;

/** The word list is large and rarely needed: loaded when first used. */
const bip39 = () => import("./bip39.ts");

/** Twelve fresh words [R1]: 128 random bits and a checksum in BIP39's English list. */
export async function newRecoveryWords(random: Random): Promise<readonly string[]> {
  const { entropyToMnemonic, wordlist } = await bip39();
  const entropy = random.bytes(entropyLength);
  const words = entropyToMnemonic(entropy, wordlist).split(" ");
  entropy.fill(0);
  return words;
}

/**
 * Words as typed or pasted [R2]: any capitals and spacing, one to a field or all in one, with the
 * numbers, full stops and commas of a list or without. Twelve fields keep their places, so that a blank one is reported where it is.
 */
function tidy(typed: string | readonly string[]): readonly string[] {
  const fields = (typeof typed === "string" ? [typed] : typed).map((field) =>
    field
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\d.,;:()]+/g, " ")
      .trim(),
  );
  if (fields.length === wordCount && fields.every((field) => !/\s/.test(field))) {
    if (fields.filter((field) => field !== "").length > 1) return fields;
  }
  return fields
    .join(" ")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** The 16 secret bytes that recovery words stand for. The caller wipes them. */
export async function readRecoveryWords(
  typed: string | readonly string[],
): Promise<Result<Uint8Array<ArrayBuffer>, NotARecoveryCode>> {
  const { mnemonicToEntropy, wordlist } = await bip39();
  const words = tidy(typed);
  const unknown = words.flatMap((word, at) => (wordlist.includes(word) ? [] : [at]));
  if (unknown.length > 0 || words.length !== wordCount) {
    return err({ type: "NotARecoveryCode", unknown, count: words.length });
  }
  try {
    return ok(new Uint8Array(mnemonicToEntropy(words.join(" "), wordlist)));
  } catch {
    // The list and the count are right, so only the checksum can be wrong.
    return err({ type: "NotARecoveryCode", unknown: [], count: wordCount });
  }
}
