/** A word of a text: lower case, in composed form, without possessive; and where it stands (UTF-16 offsets). */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Something that ends a clause stands between this word and the one before. */
  readonly opens: boolean;
  /** Whether its capitals are its own, as in "TTOs" or a name within a clause, not those of a beginning or of shouting. */
  readonly isOwnCase: boolean;
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

/** Texts with more capitals than this among their letters are shouted: their capitals say nothing. */
const shoutedFrom = 0.5;

const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;

const isShouted = (text: string): boolean =>
  capitals(text) > shoutedFrom * (text.match(/\p{L}/gu)?.length ?? 0);

/** So many words in capitals one after another are shouted, too: "PLUG ME IN". */
const shoutedWords = 3;

/** Words of one letter or more, none of them small. */
const isHigh = (raw: string): boolean => /^\p{Lu}[^\p{Ll}]*$/u.test(raw);

/** Takes their capitals from words of a shouted run. */
function withoutShouts(words: readonly Word[], text: string): readonly Word[] {
  const high = words.map(({ start, end }) => isHigh(text.slice(start, end)));
  const runs: number[] = [];
  for (const [index, isIn] of high.entries()) runs.push(isIn ? (runs[index - 1] ?? 0) + 1 : 0);
  for (let index = runs.length - 2; index >= 0; index -= 1) {
    if (high[index] && high[index + 1]) runs[index] = runs[index + 1] ?? 0;
  }
  return words.map((word, index) =>
    word.isOwnCase && (runs[index] ?? 0) >= shoutedWords ? { ...word, isOwnCase: false } : word,
  );
}

/** The words of a text in order, up to `readAtMost` characters. Emoji, punctuation and white space are none. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const read = text.length > readAtMost ? text.slice(0, readAtMost) : text;
  const shouted = isShouted(read);
  let last = 0;
  const add = (raw: string, start: number): void => {
    const opens = last === 0 || clauseEnd.test(read.slice(last, start));
    last = start + raw.length;
    const high = shouted ? 0 : capitals(raw);
    const isOwnCase = high > 1 || (high === 1 && !opens);
    words.push({ word: plain(raw), start, end: last, opens, isOwnCase });
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
  return withoutShouts(words, read);
}
