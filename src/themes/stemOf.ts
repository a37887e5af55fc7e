/// <reference path="./wink-porter2-stemmer.d.ts" />
import porter2 from "wink-porter2-stemmer";

const english = /^[a-z]+(?:'[a-z]+)*$/u;
const known = new Map<string, string>();
const knownAtMost = 50_000;

/** British and American spellings as one; only what is common in health and care. */
const oneSpelling = (word: string): string =>
  word
    .replace(/is(e|ed|es|ing|ation|ations)$/u, "iz$1")
    .replace(/our(s|ed|ing|ite|able)?$/u, "or$1")
    .replace(/^(an|p|gyn|orthop)ae/u, "$1e")
    .replace(/^haem/u, "hem")
    .replace(/aemia$/u, "emia")
    .replace(/^oe/u, "e")
    .replace(/rrhoea$/u, "rrhea");

/** The Porter2 stem of a word in lower case, spellings unified; words that are not English stay as they are. */
export function stemOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const stem =
    word.length > 2 && english.test(word) ? porter2(oneSpelling(word).replaceAll("'", "")) : word;
  if (known.size >= knownAtMost) known.clear();
  known.set(word, stem);
  return stem;
}
