import { pairsBefore, peopleBefore } from "../notNames.ts";
import { isEveryday, isFirst, isNever, isWord } from "./knownNames.ts";
import type { Read } from "./Read.ts";
import { follows, type Word } from "./Word.ts";

/** Before a lone name in small letters: who a person is, or that somebody is spoken to. */
const lead =
  /^(?:pt|px|patient|resident|client|thanks|dear|hi|hello|little|baby|named|called|colleague|mentor|student|hca|sho|porter|nurse|dr|daughter|son|wife|husband|mum|dad|sister|brother|niece|nephew|granddaughter|grandson|nan|auntie|uncle|neighbour|partner|friend|told|tell|asked|ask|saw|see|rang|ring|phoned|phone|call|text|bleep|bleeped|texted|helped|met)$/;

/** "pt doris", "thanks priyanka": a first name in small letters, where what stands before speaks of a person. */
export function readLow(words: readonly Word[], at: number): Read | undefined {
  const [word, one, two] = [words[at], words[at - 1], words[at - 2]];
  if (word === undefined || one === undefined) return undefined;
  if (!/^\p{Ll}/u.test(word.text) || word.plain.length < 3) return undefined;
  if (!follows(word) || word.gap.includes(".") || one.owns) return undefined;
  if (!isFirst(word) || isEveryday(word) || isNever(word) || isWord(word)) return undefined;
  if (peopleBefore.has(word.plain)) return undefined;
  const spoken =
    lead.test(one.plain) ||
    (two !== undefined && follows(one) && pairsBefore.has(`${two.plain}+${one.plain}`));
  return spoken ? { last: at, why: "name-in-context" } : undefined;
}
