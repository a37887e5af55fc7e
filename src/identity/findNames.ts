import type { Finding } from "#core/identity/IdentityMark.ts";
import { readLone } from "./names/readLone.ts";
import { readLow } from "./names/readLow.ts";
import { readTitled } from "./names/readTitled.ts";
import { readReversed, readWhole } from "./names/readWhole.ts";
import { type Word, wordsOf } from "./names/Word.ts";

/**
 * Names of people: with titles, whole, and lone ones that their surroundings speak for. Words inside what is
 * `taken` already (sorted findings of other kinds) are passed over.
 */
export function findNames(text: string, taken: readonly Finding[]): Finding[] {
  const words = wordsOf(text, taken);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; ) {
    const read =
      readTitled(words, at) ??
      readWhole(text, words, at) ??
      readReversed(words, at) ??
      readLone(text, words, at, isPaired(text, words, at, found)) ??
      readLow(text, words, at);
    if (read === undefined) {
      at += 1;
      continue;
    }
    const from = words[at];
    const to = words[read.last];
    if (from !== undefined && to !== undefined)
      found.push({
        kind: "PERSON",
        start: from.start,
        end: to.end,
        why: read.why,
      });
    at = read.last + 1;
  }
  return found;
}

/** "Anna and Callista", "Anna, Callista, …", the third of "Anna, Bo, Callista": whoever is joined to a person is one. */
function isPaired(
  text: string,
  words: readonly Word[],
  at: number,
  found: readonly Finding[],
): boolean {
  const end = found.at(-1)?.end;
  if (end !== undefined && words[at]?.gap === ", " && words[at - 1]?.end === end)
    return (
      (words[at + 1]?.gap === ", " && words[at + 1]?.capital === true) ||
      text.slice(found.at(-2)?.end, found.at(-1)?.start) === ", "
    );
  const [join, before] = [words[at - 1], words[at - 2]];
  return (
    join !== undefined &&
    /^(?:and|or)$/.test(join.plain) &&
    words[at]?.gap === " " &&
    join.gap === " " &&
    before !== undefined &&
    found.at(-1)?.end === before.end
  );
}
