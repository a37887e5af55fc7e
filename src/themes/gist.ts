import { conceptOf, longestPhrase } from "./concepts.ts";
import { readWords, type Word } from "./readWords.ts";
import { stemOf } from "./stemOf.ts";
import { stopWords } from "./stopWords.ts";

/** What kind of term a key stands for; its first character says so. */
export const isPair = (key: string): boolean => key.includes(" ");
export const isConcept = (key: string): boolean => key.startsWith("=");
export const isTag = (key: string): boolean => key.startsWith("#");

/** One thing a text says: `key` is a stem, two neighbouring stems, `=` and a concept, or `#` and a tag. */
export interface GistTerm {
  readonly key: string;
  /** How often it is said. */
  readonly count: number;
  /** The writer's own word or words for it, as first written in this text; in lower case but for names and abbreviations. */
  readonly form: string;
}

/** Where a term stands in a text: UTF-16 offsets. */
export interface TermPlace {
  readonly key: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Texts say at most this many different things to the engine: the first ones said. */
const termsAtMost = 600;

const says = (word: Word): boolean =>
  word.word.length > 1 &&
  !stopWords.has(word.word) &&
  !/^\p{N}+(?:st|nd|rd|th|am|pm)?$/u.test(word.word);

/** Every term of a text where it stands, in order of its start; the shorter of two that start together first. */
export function* termPlaces(text: string): Generator<TermPlace> {
  const words = readWords(text);
  const stems = words.map((word) => stemOf(word.word));
  for (const [index, word] of words.entries()) {
    const stem = stems[index] ?? "";
    const telling = says(word);
    if (telling)
      yield { key: stem, form: asWritten(index, index), start: word.start, end: word.end };
    yield* pairFrom(index, telling);
    yield* conceptFrom(index);
  }

  /** A word or a run of words as a sentence would have them: lower case, but "TTOs" and "Priya" keep their capitals. */
  function asWritten(from: number, to: number): string {
    const first = words[from];
    if (first === undefined) return "";
    if (from === to && !first.isOwnCase) return first.word;
    let run = "";
    let done = first.start;
    for (const { start, end, isOwnCase } of words.slice(from, to + 1)) {
      const raw = text.slice(start, end);
      run += text.slice(done, start) + (isOwnCase ? raw : raw.toLowerCase());
      done = end;
    }
    const plain = run.normalize("NFKC").replaceAll("’", "'").replace(/\s+/gu, " ");
    return from === to ? plain.replace(/'s$/iu, "") : plain;
  }

  /** This word and the next telling one, with at most two words between and no clause ending. */
  function* pairFrom(index: number, telling: boolean): Generator<TermPlace> {
    const first = words[index];
    if (!telling || first === undefined) return;
    for (let next = index + 1; next <= index + 3; next += 1) {
      const second = words[next];
      if (second === undefined || second.opens) return;
      if (!says(second)) continue;
      const form = asWritten(index, next);
      yield { key: `${stems[index]} ${stems[next]}`, form, start: first.start, end: second.end };
      return;
    }
  }

  /** The longest run of words from here that stands for a known thing. */
  function* conceptFrom(index: number): Generator<TermPlace> {
    const first = words[index];
    if (first === undefined) return;
    for (let length = longestPhrase; length >= 1; length -= 1) {
      const run = words.slice(index, index + length);
      const last = run.at(-1);
      if (run.length < length || last === undefined) continue;
      if (run.slice(1).some((word) => word.opens)) continue;
      const concept = conceptOf(stems.slice(index, index + length).join(" "));
      if (concept === undefined) continue;
      const form = asWritten(index, index + length - 1);
      yield { key: `=${concept}`, form, start: first.start, end: last.end };
      return;
    }
  }
}

/** What a text and its tags say, each term once, in the order first said. */
export function gistOf(text: string, tags: readonly string[]): readonly GistTerm[] {
  const terms = new Map<string, { key: string; count: number; form: string }>();
  const add = (key: string, form: string): void => {
    const known = terms.get(key);
    if (known !== undefined) known.count += 1;
    else if (terms.size < termsAtMost) terms.set(key, { key, count: 1, form });
  };
  for (const tag of tags) {
    const plain = tag.trim().normalize("NFKC").toLowerCase();
    if (plain !== "") add(`#${plain}`, plain);
  }
  for (const place of termPlaces(text)) add(place.key, place.form);
  return [...terms.values()];
}
