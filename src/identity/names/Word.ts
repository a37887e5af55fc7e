import type { Finding } from "#core/identity/IdentityMark.ts";

/** A word with its place, and how it is joined to the one before: `gap` is what stands between them. */
export interface Word {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
  /** It begins with a capital letter. */
  readonly capital: boolean;
  /** It begins a sentence, a line or something in brackets. */
  readonly opens: boolean;
  /** Written with 's, which the text and end leave out. */
  readonly owns: boolean;
}

const capital = /^\p{Lu}/u;
const wordPattern = /(?<![\p{L}\d])\p{L}[\p{L}\p{M}'’‑-]*(?![\p{L}\d])/gu;

/** The words of a text, but for those inside what is `taken` already (sorted findings). */
export function wordsOf(text: string, taken: readonly Finding[]): Word[] {
  const words: Word[] = [];
  let past = 0;
  let passed = 0;
  for (const match of text.matchAll(wordPattern)) {
    while ((taken[passed]?.end ?? Number.POSITIVE_INFINITY) <= match.index) passed += 1;
    if ((taken[passed]?.start ?? Number.POSITIVE_INFINITY) < match.index + match[0].length)
      continue;
    const whole = match[0].replace(/['’‑-]+$/u, "");
    const bare = whole.replace(/['’]s$/iu, "");
    const gap = text.slice(past, match.index);
    words.push({
      text: bare,
      plain: plainOf(bare),
      start: match.index,
      end: match.index + bare.length,
      capital: capital.test(bare),
      gap: gap.length > 12 ? gap.slice(-12) : gap,
      opens:
        words.length === 0 ||
        (gap !== " " && /[.!?:\n\r•"“‘(–—]\s*$|[.!?]["”’)]*\s+$|^\s*[-*]\s*$|\n/.test(gap)),
      owns: bare !== whole,
    });
    past = match.index + whole.length;
  }
  return words;
}

function plainOf(word: string): string {
  const short = word.slice(0, 40);
  if (/^[A-Za-z'-]*$/.test(short)) return short.toLowerCase();
  return short
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/g, "l")
    .replace(/’/g, "'")
    .toLowerCase();
}

/** Whether a word stands right after the one before: a space, or the dot of an initial. */
export const follows = (word: Word): boolean => /^(?: |\u00a0|\. ?| {2})$/.test(word.gap);

/** Whether it begins with a capital letter. */
export const isCapital = (word: Word | undefined): word is Word => word?.capital === true;

/** Whether it is written in capitals only. */
export const isShout = (word: Word): boolean =>
  word.text.length > 1 && word.text === word.text.toUpperCase();
