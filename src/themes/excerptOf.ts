import { type Sentence, sentencesOf } from "#core/proposal/sentencesOf.ts";
import type { SharedTerm } from "./explain.ts";
import { type TermPlace, termPlaces } from "./gist.ts";
import { readAtMost, readWords } from "./readWords.ts";

/** A range of UTF-16 offsets. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The sentence of a text that holds most of some terms. */
export interface Excerpt {
  /** Where it stands in the text, without white space around it. */
  readonly range: Range;
  /** Where the terms stand, counted from its start; in order, never overlapping. */
  readonly shared: readonly Range[];
}

/** A sentence longer than this is cut at words, around the first term in it. */
const longest = 320;

/** Places that overlap or touch become one. */
const merged = (places: readonly Range[]): readonly Range[] => {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
};

const within = (place: Range, sentence: Range): boolean =>
  place.start >= sentence.start && place.end <= sentence.end;

/** Cuts a very long sentence to whole words around `from`. */
const cut = (text: string, sentence: Range, from: number): Range => {
  if (sentence.end - sentence.start <= longest) return sentence;
  const words = readWords(text.slice(sentence.start, sentence.end));
  const earliest = Math.max(0, from - sentence.start - longest / 3);
  const first = words.find((word) => word.start >= earliest) ?? words[0];
  const start = first?.start ?? 0;
  const last = words.findLast((word) => word.end <= start + longest && word.start >= start);
  const end = last?.end ?? Math.min(start + longest, sentence.end - sentence.start);
  return { start: sentence.start + start, end: sentence.start + end };
};

/** The sentence of `text` that says most of `terms`, the earlier ones counting for more; else its first with a word. */
export function excerptOf(text: string, terms: readonly SharedTerm[]): Excerpt {
  const worth = new Map(terms.map((term, index) => [term.key, terms.length - index + 1]));
  const places = [...termPlaces(text)].filter((place) => worth.has(place.key));
  const sentences = sentencesOf(text.slice(0, readAtMost));
  const best = bestSentence(sentences, places, worth) ?? firstWithWord(text, sentences);
  if (best === undefined) return { range: { start: 0, end: 0 }, shared: [] };
  const inside = places.filter((place) => within(place, best));
  const range = cut(text, best, inside[0]?.start ?? best.start);
  return {
    range,
    shared: merged(inside.filter((place) => within(place, range))).map((place) => ({
      start: place.start - range.start,
      end: place.end - range.start,
    })),
  };
}

/** The sentence whose different terms are worth most together; the first of equals; none where none says any. */
function bestSentence(
  sentences: readonly Sentence[],
  places: readonly TermPlace[],
  worth: ReadonlyMap<string, number>,
): Sentence | undefined {
  let best: Sentence | undefined;
  let most = 0;
  let next = 0;
  for (const sentence of sentences) {
    const keys = new Set<string>();
    while (next < places.length) {
      const place = places[next];
      if (place === undefined || place.start >= sentence.end) break;
      if (within(place, sentence)) keys.add(place.key);
      next += 1;
    }
    const sum = [...keys].reduce((total, key) => total + (worth.get(key) ?? 0), 0);
    if (sum > most) {
      most = sum;
      best = sentence;
    }
  }
  return best;
}

function firstWithWord(text: string, sentences: readonly Sentence[]): Sentence | undefined {
  return (
    sentences.find(
      ({ start, end }) => readWords(text.slice(start, Math.min(end, start + 1000))).length > 0,
    ) ?? sentences[0]
  );
}
