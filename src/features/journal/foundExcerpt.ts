import type { TextRange } from "#core/journal/Reader.ts";
import { markWords } from "#core/words/markWords.ts";
import { wordsIn } from "#core/words/wordsIn.ts";

/** How much of an entry is shown around what was found, and how much of it before, in UTF-16 units. */
const shown = 280;
const lead = 60;

/** A stretch of an entry with what to mark in it. */
export interface FoundExcerpt {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

/** The stretch of a text where the first of the found words stands, or null where none does. */
export function foundExcerpt(text: string, words: ReadonlySet<string>): FoundExcerpt | null {
  let previous = 0;
  for (const { start, word } of wordsIn(text)) {
    // The stretch begins with a whole word, so that nothing is cut through.
    if (start - previous > lead) previous = nextWordStart(text, start - lead);
    if (!words.has(word)) continue;
    const from = start <= lead * 2 ? 0 : previous;
    const cut = text.slice(from, from + shown).replace(/[\ud800-\udbff]$/u, "");
    const excerpt = from === 0 ? cut : `… ${cut}`;
    return { text: excerpt, marks: markWords(excerpt, words) };
  }
  return null;
}

/** The beginning of the first word after `at`, or `at` where no space follows soon. */
function nextWordStart(text: string, at: number): number {
  const space = text.slice(at, at + lead).search(/\s/u);
  return space === -1 ? at : at + space + 1;
}
