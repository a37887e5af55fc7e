import type { CheckedText } from "./CheckedText.ts";

/** Goes through every text of a person's own in something, with what stands in its place in the end. */
export type WordTexts<T> = (word: (text: CheckedText) => string) => T;

/** The texts that `wordTexts` goes through, in its order, blanks left out. */
export function textsOf(wordTexts: WordTexts<unknown>): readonly CheckedText[] {
  const texts: CheckedText[] = [];
  wordTexts((text) => {
    if (text.text.trim() !== "") texts.push(text);
    return text.text;
  });
  return texts;
}

/** What `wordTexts` makes with the texts given in place of its own; what is not among them stays as it is. */
export function withTexts<T>(wordTexts: WordTexts<T>, texts: readonly CheckedText[]): T {
  const decided = new Map(texts.map(({ id, text }) => [id, text]));
  return wordTexts(({ id, text }) => decided.get(id) ?? text);
}
