/** How hard a passphrase is to guess, from 0 (among the first guesses) to 4. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Longer than this, guessing is out of reach whatever the rest is, and estimating takes long. */
const longestLookedAt = 60;

async function makeEstimate(): Promise<(passphrase: string) => Strength> {
  const [{ ZxcvbnFactory }, common, { default: words }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    // Surnames and Wikipedia's words would add 400 kB to every installation for little.
    import("@zxcvbn-ts/language-en/dist/commonWords.json.mjs"),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, "commonWords-en": words },
    graphs: common.adjacencyGraphs,
  });
  return (passphrase) => estimator.check(passphrase.slice(0, longestLookedAt)).score;
}

let estimate: Promise<(passphrase: string) => Strength> | null = null;

/** Loads the word lists on first use, then estimates how hard `passphrase` is to guess. Nothing leaves the page. */
export async function passphraseStrength(passphrase: string): Promise<Strength> {
  estimate ??= makeEstimate();
  return (await estimate)(passphrase);
}
