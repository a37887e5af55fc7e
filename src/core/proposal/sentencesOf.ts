/** One sentence as it stands in a text: `text` is exactly the text from `start` to `end` (UTF-16 offsets). */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a line may open with that is not part of a sentence: bullets, numbers, headings, quotes, boxes. */
const marker =
  /^[ \t]*(?:(?:>|#{1,6}(?=[ \t])|[-*+•–—](?=[ \t])|\d{1,3}[.)](?=[ \t])|\[[ xX]?\](?=[ \t]))[ \t]*)*/;

/** Titles and the like: a full stop after one of these does not end a sentence. */
const openAbbreviation =
  /(?:^|[\s(“"‘'])(?:mr|mrs|ms|mx|dr|prof|sr|jr|st|rev|fr|e\.g|eg|i\.e|ie|cf|vs|viz|approx|dept|ext|tel|fig|ref)\.$/iu;
/** An initial after a title or another initial ("Dr. J. Smith"); "bay B." on its own does end a sentence. */
const initial =
  /(?:^|[\s(])(?:(?:[Mm](?:r|rs|s|x)|[Dd]r|[Pp]rof|[Rr]ev)\.?[ \u00a0]|\p{Lu}\.[ \u00a0])\p{Lu}\.$/u;
const endsSentence = /[.!?…。！？][\p{Pe}\p{Pf}"'*_]*\s*$/u;
const saysSomething = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** Stretches of a text that sentences do not cross: paragraphs, list items, headings, lines of their own. */
function blocksOf(text: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const line of text.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const prefix = marker.exec(line[0])?.[0] ?? "";
    const start = line.index + prefix.length;
    const end = line.index + line[0].length;
    if (text.slice(start, end).trim() === "") {
      open = null;
      continue;
    }
    const continues =
      open !== null &&
      prefix.trim() === "" &&
      /^(?:\r\n|[\r\n\u2028\u2029])$/u.test(text.slice(open.end, line.index)) &&
      !endsSentence.test(text.slice(Math.max(open.start, open.end - 12), open.end)) &&
      /^\p{Ll}/u.test(text.slice(start, end));
    if (continues && open !== null) open.end = end;
    else {
      open = { start, end };
      blocks.push(open);
    }
  }
  return blocks;
}

/**
 * The sentences of a text in order, by the Unicode rules (UAX 29, `Intl.Segmenter`) and three habits
 * of people's notes: list items and headings are sentences of their own without their marks; a line
 * that goes on in lower case belongs to the line before (wrapped Markdown); titles and "e.g." do not
 * end a sentence. Surrounding white space is left out, and so is what holds no letter, digit or emoji.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of blocksOf(text)) {
    const flat = text.slice(block.start, block.end).replace(/[\r\n\u2028\u2029]/gu, " ");
    let from = 0;
    for (const piece of segmenter.segment(flat)) {
      const to = piece.index + piece.segment.length;
      const tail = flat.slice(Math.max(from, to - 24), to).trimEnd();
      if (to < flat.length && (openAbbreviation.test(tail) || initial.test(tail))) continue;
      const whole = flat.slice(from, to);
      const start = block.start + from + (whole.length - whole.trimStart().length);
      const end = block.start + from + whole.trimEnd().length;
      from = to;
      const words = text.slice(start, end);
      if (saysSomething.test(words)) sentences.push({ text: words, start, end });
    }
  }
  return sentences;
}
