import { foldText } from "./foldText.ts";

/** A word where it stands: UTF-16 offsets in the text, and how it is compared. */
export interface WordAt {
  readonly start: number;
  readonly end: number;
  /** Folded, without apostrophes, at most `longestWord` UTF-16 units. */
  readonly word: string;
}

/** Longer runs of letters are compared by their beginning only. */
export const longestWord = 64;

const run =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['\u2018\u2019\u02bc][\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}|\p{RI}{2}/gu;
const latin = /^[ -\u024f\u2019]*$/;
const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const unspacedCharacter = new RegExp(`[${unspaced}]`, "u");
const piece = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}]).)+`, "gsu");
const apostrophes = /['\u2018\u2019\u02bc]/g;

/**
 * The words of a text, in order: runs of letters and digits of any script, with apostrophes inside
 * ("don't" is one word and compares as "dont"); every character of scripts written without spaces,
 * and every pictogram, is a word of its own.
 */
export function* wordsIn(text: string): Generator<WordAt, void, undefined> {
  for (const { 0: found, index } of text.matchAll(run)) {
    const pieces =
      latin.test(found) || !unspacedCharacter.test(found)
        ? [wordAt(found, index)]
        : [...found.matchAll(piece)].map((part) => wordAt(part[0], index + part.index));
    // Letters that stand for marks alone, such as U+FC5E, fold to nothing that could be compared.
    for (const each of pieces) if (each.word !== "") yield each;
  }
}

function wordAt(found: string, start: number): WordAt {
  const folded = foldText(found.length > 2 ? found.replace(apostrophes, "") : found);
  // A few letters stand for whole phrases and fold to several words; they stay one.
  const word = folded.includes(" ") ? folded.replaceAll(" ", "") : folded;
  return { start, end: start + found.length, word: word.slice(0, longestWord) };
}
