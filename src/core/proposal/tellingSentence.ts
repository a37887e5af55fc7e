import { type Sentence, sentencesOf } from "./sentencesOf.ts";

/** Longest piece that is quoted, in UTF-16 units: notes without a full stop are cut at a word. */
const longest = 320;

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];

/** Whether a written word is a form of a term's word: "TTOs" of "TTO", "discharged" of "discharge". */
function sameWord(word: string, term: string): boolean {
  const [short, long] = word.length <= term.length ? [word, term] : [term, word];
  if (short === long) return true;
  const stem = short.length > 4 ? short.slice(0, -1) : short;
  return short.length >= 3 && long.length - short.length <= 3 && long.startsWith(stem);
}

/** How many of the terms a sentence speaks of; a term of two words counts when they stand side by side. */
export function termsIn(sentence: string, terms: readonly string[]): number {
  const words = wordsOf(sentence);
  return terms.filter((term) => {
    const wanted = wordsOf(term);
    return (
      wanted.length > 0 &&
      words.some((_, at) =>
        wanted.every((part, offset) => {
          const word = words[at + offset];
          return word !== undefined && sameWord(word, part);
        }),
      )
    );
  }).length;
}

/** A sentence cut to `longest`, ending between words where there are any, else between characters. */
function shortened(sentence: Sentence): Sentence {
  if (sentence.text.length <= longest) return sentence;
  const piece = sentence.text.slice(0, longest);
  const space = piece.search(/\s\S*$/u);
  let length = space > longest / 2 ? space : longest;
  if (length === longest) {
    const characters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });
    const last = characters.segment(sentence.text.slice(0, longest + 64)).containing(longest);
    if (last !== undefined && last.index > 0) length = last.index;
    else if (/[\uD800-\uDBFF]$/.test(piece)) length -= 1;
  }
  const text = sentence.text.slice(0, length).trimEnd();
  return { text, start: sentence.start, end: sentence.start + text.length };
}

/**
 * The sentence of a text that speaks of most of the terms; among equals the one that `prefers` likes,
 * then the earliest. Null for a text without sentences. Too long a sentence is cut at a word.
 */
export function tellingSentence(
  text: string,
  terms: readonly string[],
  prefers: (sentence: string) => boolean = () => false,
): { readonly sentence: Sentence; readonly holds: number } | null {
  let best: { sentence: Sentence; holds: number; rank: number } | null = null;
  for (const sentence of sentencesOf(text)) {
    const holds = termsIn(sentence.text, terms);
    const rank = holds * 2 + (prefers(sentence.text) ? 1 : 0);
    if (best === null || rank > best.rank) best = { sentence, holds, rank };
  }
  return best && { sentence: shortened(best.sentence), holds: best.holds };
}
