/** The longest tag, setting or role that is kept, in UTF-16 units; longer ones are cut. */
export const longestWord = 80;

/** A tag, setting or role as stored: one line, single spaces, no `#` in front, no endless length. */
export const tidyWord = (typed: string): string =>
  [...typed.replace(/\s+/gu, " ").trim().replace(/^#+/u, "").trim()]
    .slice(0, longestWord)
    .join("")
    .trim();

/** The list with a word added, unless it is empty or there already in whatever case. */
export function addWord(words: readonly string[], typed: string): readonly string[] {
  const word = tidyWord(typed);
  if (word === "") return words;
  const folded = word.toLocaleLowerCase();
  return words.some((other) => other.toLocaleLowerCase() === folded) ? words : [...words, word];
}
