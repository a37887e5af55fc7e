import { nameSets } from "../nameSets.ts";
import { ownedByPeople, peopleAfter, roleNouns, roleTitles, titles } from "../notNames.ts";
import { actsAsPerson, describesThing, isOwner } from "./actsAsPerson.ts";
import { isListed } from "./isListed.ts";
import { hasRole } from "./isPlaced.ts";
import { isPlaceName } from "./isPlaceName.ts";
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
import { peopleAround } from "./peopleAround.ts";
import type { Read } from "./Read.ts";
import { isCapital, isShout, type Word } from "./Word.ts";

const inContext = (at: number): Read => ({ last: at, why: "name-in-context" });

/** Months, seasons and verbs that are first names as well: a verb after them proves nothing. */
const proveNothing =
  /^(?:may|june|april|august|july|summer|spring|autumn|winter|easter|bay|so|an|will)$/;
/** Two capitals after "patient" that name what is done or wrong rather than who it is. */
const clinical =
  /^(?:ID|PR|PO|MI|AF|PE|UK|TB|DM|RA|MS|CF|VF|VT|SR|BP|UTI|AKI|CT|MR|ER|QR|DNA|RTA|TOF)$/;

/** A single name, by the lists and its surroundings. */
export function readLone(
  text: string,
  words: readonly Word[],
  at: number,
  paired: boolean,
): Read | undefined {
  const word = words[at];
  if (!isCapital(word) || isNever(word) || word.text.length < 2 || titles.has(word.plain))
    return undefined;
  if (roleTitles.has(word.plain) || (word.opens && whoNotName(word))) return undefined;
  if (isFamily(words, at)) return inContext(at);
  if (isPlaceName(words, at, at) || isOther(text, word)) return undefined;
  if (isListed(text, word)) return inContext(at);
  const first = isFirst(word);
  /** No list has it as a word or a thing, so that its surroundings may make it a name. */
  const strange = !isWord(word) && !isSubject(word) && !isDrug(word);
  const speaks =
    (paired || peopleAround(text, words, at, at)) &&
    (first || (isLast(word) && !isWord(word)) || strange);
  if (isEponym(word) && !(first && speaks)) return undefined;
  if (isShout(word)) return readShout(words, at, first && speaks);
  if (first && !isEveryday(word) && (speaks || !word.opens || !describesThing(words, at)))
    return { last: at, why: "known-first-name" };
  if (nameSets.grammar.has(word.plain)) return undefined;
  const nameable = first || isLast(word) || (strange && word.text.length > 2);
  if (nameable && (!isEveryday(word) || first) && hasRole(words, at)) return inContext(at);
  if (word.opens && !(speaks && /^(?: \(|: )$/.test(word.gap)))
    return nameable && actsAsPerson(text, words, at) ? inContext(at) : undefined;
  if (speaks) return inContext(at);
  if (!first || proveNothing.test(word.plain)) return undefined;
  const after = words[at + 1];
  const acts =
    after !== undefined &&
    (word.owns ? ownedByPeople.has(after.plain) : peopleAfter.has(after.plain));
  return acts || isOwner(words, at) ? inContext(at) : undefined;
}

/** "Jun 2029", "Cat 2": a month, a category. */
const isOther = (text: string, word: Word) =>
  /^(?:jun|cat|jan|dee|sept)$/.test(word.plain) && /^ \d/.test(text.slice(word.end, word.end + 2));

/** "Son emailed", "Gran is the one": who somebody is to another, or what they do. */
const whoNotName = ({ plain }: Word) =>
  roleNouns.has(plain) ||
  /^(?:gran|grandad|granddad|nan|nana|nanna|mam|mum|dad|reg|sis|bro)$/.test(plain);

/** "the Abernathys": a family by its surname. */
function isFamily(words: readonly Word[], at: number): boolean {
  const [word, the] = [words[at], words[at - 1]];
  if (word === undefined || word.owns || the?.plain !== "the" || word.gap !== " ") return false;
  const surname = { ...word, plain: word.plain.replace(/s$/, "") };
  return (
    surname.plain.length > 4 &&
    surname.plain !== word.plain &&
    isLast(surname) &&
    !isWord(surname) &&
    !isEponym(surname) &&
    !isEponym(word) &&
    !isNever(surname) &&
    !isPlaceName([word, ...words.slice(at + 1, at + 4)], 0, 0)
  );
}

/** "I told ANNA", "pt JB". */
function readShout(words: readonly Word[], at: number, speaks: boolean): Read | undefined {
  const [word, one] = [words[at], words[at - 1]];
  if (word === undefined) return undefined;
  if (speaks && word.text.length > 3) return inContext(at);
  const told =
    one !== undefined &&
    word.gap === " " &&
    /^(?:pt|px|patient|client|resident|baby)$/.test(one.plain) &&
    /^\p{Lu}{2}$/u.test(word.text) &&
    !clinical.test(word.text);
  return told ? { last: at, why: "initials" } : undefined;
}
