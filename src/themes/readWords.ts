/** A word of a text: lower case, in composed form, without possessive; and where it stands (UTF-16 offsets). */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Something that ends a clause stands between this word and the one before. */
  readonly opens: boolean;
}

/** Texts are read up to here, so that time and memory stay bounded whatever is pasted. */
export const readAtMost = 100_000;

const longestWord = 40;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’&][\p{L}\p{M}]+)*/gu;
/** Scripts written without spaces, where a run of letters is more than a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const clauseEnd = /[.,!?;:\n\r•()]/u;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

const plain = (raw: string): string => {
  const word = raw.slice(0, longestWord).normalize("NFKC").toLowerCase().replaceAll("’", "'");
  return word.endsWith("'s") ? word.slice(0, -2) : word;
};

/** The words of a text in order, up to `readAtMost` characters. Emoji, punctuation and white space are none. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const read = text.length > readAtMost ? text.slice(0, readAtMost) : text;
  let last = 0;
  const add = (raw: string, start: number): void => {
    const opens = last === 0 || clauseEnd.test(read.slice(last, start));
    last = start + raw.length;
    words.push({ word: plain(raw), start, end: last, opens });
  };
  for (const match of read.matchAll(wordPattern)) {
    const raw = match[0];
    if (unspaced.test(raw)) {
      for (const part of segmenter.segment(raw)) {
        if (part.isWordLike === true) add(part.segment, match.index + part.index);
      }
    } else {
      add(raw, match.index);
    }
  }
  return words;
}
