import { type Sentence, sentencesOf } from "#core/proposal/sentencesOf.ts";

/** How much of a sentence comes from the versions for it to be what became of them, from 0 to 1. */
const mostly = 0.6;

/** Stretches of three characters: they outlive letters of two versions running into each other. */
const threes = (text: string): readonly string[] => {
  const flat = ` ${text.toLowerCase().replace(/\s+/gu, " ")} `;
  return Array.from({ length: flat.length - 2 }, (_, at) => flat.slice(at, at + 3));
};

/** The sentences of a text, side by side, that several versions of a sentence became; none where they are not to be found. */
export function sentencesWithin(text: string, versions: readonly string[]): readonly Sentence[] {
  const known = new Set(versions.filter((one) => one !== "").flatMap(threes));
  const none = { stretch: [] as readonly Sentence[], weight: 0 };
  let [best, open] = [none, none];
  for (const sentence of sentencesOf(text)) {
    const all = threes(sentence.text);
    const shared = all.filter((three) => known.has(three)).length;
    open =
      shared < all.length * mostly
        ? none
        : { stretch: [...open.stretch, sentence], weight: open.weight + shared };
    if (open.weight > best.weight) best = open;
  }
  return best.stretch;
}

/** The text with `words` in place of the sentences that the versions became; as it is where those are not to be found. */
export function putInPlace(text: string, versions: readonly string[], words: string): string {
  const stand = sentencesWithin(text, versions);
  const [first, last] = [stand[0], stand.at(-1)];
  return first === undefined || last === undefined
    ? text
    : text.slice(0, first.start) + words + text.slice(last.end);
}
