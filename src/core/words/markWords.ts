import type { TextRange } from "#core/journal/Reader.ts";
import { wordsIn } from "./wordsIn.ts";

/**
 * Where words that a search found (`Found.words`) stand in a text, in order, as UTF-16 offsets. Words
 * are compared folded, so "cafe" marks "Café".
 */
export function markWords(text: string, words: Iterable<string>): readonly TextRange[] {
  const wanted = new Set(words);
  if (wanted.size === 0) return [];
  const ranges: TextRange[] = [];
  for (const { start, end, word } of wordsIn(text))
    if (wanted.has(word)) ranges.push({ start, end });
  return ranges;
}
