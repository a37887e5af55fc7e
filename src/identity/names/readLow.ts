import { before } from "../before.ts";
import { nameSets } from "../nameSets.ts";
import { pairsBefore, peopleAfter, peopleBefore, publicNames } from "../notNames.ts";
import { itemBefore } from "./isListed.ts";
import {
  isDrug,
  isEponym,
  isEveryday,
  isFirst,
  isLast,
  isNever,
  isSubject,
  isWord,
} from "./knownNames.ts";
import { lowWords } from "./lowWords.ts";
import type { Read } from "./Read.ts";
import { kinBefore, roleBefore } from "./roleBefore.ts";
import { follows, type Word } from "./Word.ts";

/** Short first names that are nothing else in small letters. */
const shortNames = new Set(
  "ian ben amy joe tim zoe leo ned raj kev baz gaz huw rhi wyn ifan sian".split(" "),
);
/** "son will visit", "wife may ring": verbs more often than names. */
const alsoVerbs =
  /^(?:will|may|can|drew|chase|sue|grant|said|had|has|was|is|bob|pip|don|sat|pat|mark|hope|rang|happy|merry|able|free|unique|early|young|true|just|even|kind)$/;
/** What stands after a whole name in notes: an age, a birthday, a number, brackets, a dash, the line's end. */
const nameEnds =
  /^(?:$|\n|[,;:(]| ?[-–—(/] ?|\. |\.$| (?:\d|dob\b|d\.o\.b|nhs\b|hosp\b|mrn\b|born\b|aged?\b|bed\b))/;

/** "pt doris", "thanks priyanka", "sarah covering", "bed 22 catriona banks 55y": first names in small letters. */
export function readLow(text: string, words: readonly Word[], at: number): Read | undefined {
  const word = words[at];
  if (word === undefined || !/^\p{Ll}/u.test(word.text) || word.plain.length < 3) return undefined;
  if (!isFirst(word) || isNever(word) || peopleBefore.has(word.plain)) return undefined;
  if (nameSets.grammar.has(word.plain) || peopleAfter.has(word.plain)) return undefined;
  const [one, next] = [words[at - 1], words[at + 1]];
  if (/^(?:st|saint)$/.test(one?.plain ?? "")) return undefined;
  if (publicNames.has(`${word.plain} ${next?.plain}`)) return undefined;
  const plainly =
    (word.plain.length > 3 || shortNames.has(word.plain)) &&
    !isEveryday(word) &&
    !isWord(word) &&
    !isDrug(word) &&
    !isSubject(word) &&
    !isEponym(word) &&
    !lowWords.has(word.plain);
  if (!plainly && !isAwaited(words, at)) {
    const due = roleBefore.has(one?.plain ?? "") || itemBefore.test(before(text, word.start, 20));
    if (!due || !isLowSurname(text, next)) return undefined;
  }
  if (word.owns) return { last: at, why: "name-in-context" };
  return { last: isLowSurname(text, next) ? at + 1 : at, why: "name-in-context" };
}

/** Whether what stands before speaks of a person, and so a name that is a word too may be one. */
function isAwaited(words: readonly Word[], at: number): boolean {
  const [word, one, two] = [words[at], words[at - 1], words[at - 2]];
  if (word === undefined || one === undefined || one.owns) return false;
  if (!follows(word) || word.gap.includes(".")) return false;
  if (kinBefore.has(one.plain)) return !alsoVerbs.test(word.plain);
  if (one.plain === "pt" && isFirst(word) && !isWord(word) && !lowWords.has(word.plain))
    return true;
  if (isEveryday(word) || isWord(word)) return false;
  if (roleBefore.has(one.plain)) return true;
  return two !== undefined && follows(one) && pairsBefore.has(`${two.plain}+${one.plain}`);
}

/** A surname in small letters after a first name; one that is a word must end what is said. */
function isLowSurname(text: string, word: Word | undefined): boolean {
  if (word === undefined || word.gap !== " " || !/^\p{Ll}/u.test(word.text)) return false;
  if (word.plain.length < 3 || (isNever(word) && !isLast(word))) return false;
  if (nameSets.grammar.has(word.plain)) return false;
  const wordy = isWord(word) || isEveryday(word) || isNever(word) || lowWords.has(word.plain);
  if (isLast(word) && !wordy) return true;
  return (isLast(word) || !wordy) && nameEnds.test(text.slice(word.end, word.end + 12));
}
