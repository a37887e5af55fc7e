import { beforeInSentence } from "./before.ts";
import type { Finding, FindingReason, Suggestion } from "./Finding.ts";
import { nameSets } from "./nameSets.ts";
import {
  eponyms,
  neverNames,
  onlyPeopleAfter,
  ownedByPeople,
  pairsBefore,
  peopleAfter,
  peopleBefore,
  roleTitles,
  surnamePlaces,
  thingsAfter,
  titles,
} from "./notNames.ts";

/** A word with its place, and how it is joined to the one before: `gap` is what stands between them. */
interface Word {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
  readonly opens: boolean;
  /** Written with 's, which the text and end leave out. */
  readonly owns: boolean;
}

const wordPattern = /(?<![\p{L}\d])\p{L}[\p{L}\p{M}'’‑-]*/gu;

function wordsOf(text: string, taken: readonly Finding[]): Word[] {
  const words: Word[] = [];
  let past = 0;
  let passed = 0;
  for (const match of text.matchAll(wordPattern)) {
    while ((taken[passed]?.end ?? Number.POSITIVE_INFINITY) <= match.index) passed += 1;
    if ((taken[passed]?.start ?? Number.POSITIVE_INFINITY) < match.index + match[0].length)
      continue;
    const whole = match[0].replace(/['’‑-]+$/u, "");
    const bare = whole.replace(/['’]s$/iu, "");
    const gap = text.slice(past, match.index);
    words.push({
      text: bare,
      plain: plainOf(bare),
      start: match.index,
      end: match.index + bare.length,
      gap: gap.length > 12 ? gap.slice(-12) : gap,
      opens:
        words.length === 0 || /[.!?:\n\r•"“‘(–—]\s*$|[.!?]["”’)]*\s+$|^\s*[-*]\s*$|\n/.test(gap),
      owns: bare !== whole,
    });
    past = match.index + whole.length;
  }
  return words;
}

const plainOf = (word: string) =>
  word
    .slice(0, 40)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/g, "l")
    .replace(/’/g, "'")
    .toLowerCase();

const isCapital = (word: Word | undefined): word is Word =>
  word !== undefined && /^\p{Lu}/u.test(word.text);
const isShout = (word: Word) => word.text.length > 1 && word.text === word.text.toUpperCase();
const partsOf = (word: Word) => word.plain.split(/[-‑]/);
const isFirst = (word: Word) =>
  word.plain.length > 1 &&
  (nameSets.first.has(word.plain) || partsOf(word).every((part) => nameSets.first.has(part)));
const isLast = (word: Word) =>
  nameSets.last.has(word.plain) ||
  /^(?:o'|mc|mac|fitz|ab|ap)[a-z]{4,}$/.test(word.plain) ||
  (word.plain.includes("-") && partsOf(word).some((part) => nameSets.last.has(part)));
const isEveryday = (word: Word) => nameSets.everyday.has(word.plain);
const isNever = (word: Word) => neverNames.has(word.plain) || thingsAfter.has(word.plain);
const isInitial = (word: Word | undefined): word is Word =>
  word !== undefined &&
  /^\p{Lu}{1,2}$/u.test(word.text) &&
  !["I", "A", "GP", "IV", "OT", "IT", "HR"].includes(word.text);
/** "Haematology", "Housekeeping": departments and things rather than names that no list has. */
const isSubject = (word: Word) =>
  /(?:ology|ics|iatry|therapy|surgery|ment|tion|ship|ity|ness|ing|graphy|care)$/.test(word.plain);
const particles = new Set(
  "de da di del della dos van von der den bin ibn al el la le ap ab ter abu st o".split(" "),
);
const follows = (word: Word) => /^(?: |\u00a0|\. ?| {2})$/.test(word.gap);

/**
 * Names of people: with titles, whole, and lone ones that their surroundings speak for. Words inside what is
 * `taken` already (sorted findings of other kinds) are passed over.
 */
export function findNames(text: string, taken: readonly Finding[]): Finding[] {
  const words = wordsOf(text, taken);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; ) {
    const read =
      titledAt(words, at) ??
      wholeAt(text, words, at) ??
      reversedAt(words, at) ??
      loneAt(text, words, at, isPaired(words, at, found));
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
        suggestion: suggestionFor(text, from),
      });
    at = read.last + 1;
  }
  return found;
}

/** "Anna and Callista": whoever is joined to a person is one. */
function isPaired(words: readonly Word[], at: number, found: readonly Finding[]): boolean {
  const [join, before] = [words[at - 1], words[at - 2]];
  return (
    join?.plain === "and" &&
    words[at]?.gap === " " &&
    join.gap === " " &&
    before !== undefined &&
    found.at(-1)?.end === before.end
  );
}

interface Read {
  readonly last: number;
  readonly why: FindingReason;
}

/** "Dr Okafor", "Staff Nurse Anna Lund", "mrs patel". */
function titledAt(words: readonly Word[], at: number): Read | undefined {
  let next = at;
  const opening = words[at];
  if (opening === undefined) return undefined;
  if (
    /^(?:staff|charge|student|senior|community|district|ward|specialist|lead|night)$/.test(
      opening.plain,
    ) &&
    isCapital(opening)
  ) {
    const role = words[at + 1];
    if (!isCapital(role) || !/^(?:nurse|sister|midwife|manager|matron)$/.test(role.plain))
      return undefined;
    next = at + 1;
  }
  let title = words[next];
  if (title === undefined) return undefined;
  const [join, spouse] = [words[next + 1], words[next + 2]];
  if (
    titles.has(title.plain) &&
    /^(?:and|or)$/.test(join?.plain ?? "") &&
    spouse !== undefined &&
    titles.has(spouse.plain)
  ) {
    title = spouse;
    next += 2;
  }
  const full = titles.has(title.plain);
  if (!full && !(roleTitles.has(title.plain) && isCapital(title))) return undefined;
  if (title.owns) return undefined;
  const name = words[next + 1];
  if (name === undefined || !follows(name)) return undefined;
  const low = !isCapital(name);
  if (low)
    return full &&
      !isEveryday(name) &&
      isLast(name) &&
      title.plain !== "miss" &&
      title.plain !== "lady" &&
      !isNever(name)
      ? { last: next + 1, why: "title-and-name" }
      : undefined;
  if (/^(?:lord|lady|sir|dame)$/.test(title.plain) && thingsAfter.has(words[next + 2]?.plain ?? ""))
    return undefined;
  if (
    full ? isNever(name) && !isLast(name) : isNever(name) || (isShout(name) && name.text.length < 5)
  )
    return undefined;
  if (!full && !isCapital(title)) return undefined;
  if (
    !full &&
    !isFirst(name) &&
    !isLast(name) &&
    (roleTitles.has(name.plain) || /(?:ist|ing|ant|ment|ive|tion|er)$/.test(name.plain))
  )
    return undefined;
  return { last: extend(words, next + 1, 3), why: "title-and-name" };
}

/** The last word of a name that goes on from `at`: further names, initials, particles. */
function extend(words: readonly Word[], at: number, most: number): number {
  let last = at;
  for (let more = 0; more < most; more += 1) {
    const here = words[last];
    const next = words[last + 1];
    if (
      here === undefined ||
      next === undefined ||
      here.owns ||
      !follows(next) ||
      /\n/.test(next.gap)
    )
      break;
    if (next.gap.includes(".") && !(isInitial(here) && here.text.length === 1)) break;
    if (particles.has(next.plain) && next.text.length < 6) {
      const after = words[last + 2];
      if (!isCapital(after) || !follows(after) || thingsAfter.has(after.plain)) break;
      last += 2;
      continue;
    }
    const named = (surnamePlaces.has(next.plain) && isFirst(here)) || isWardPerson(words, last + 1);
    if (!isCapital(next) || (isNever(next) && !named) || titles.has(next.plain)) break;
    if (isShout(next) && !isInitial(next) && !isLast(next) && !isShout(here)) break;
    last += 1;
  }
  return last;
}

/** "Sarah Ward said": a surname that is also a place, when a person acts. */
function isWardPerson(words: readonly Word[], at: number): boolean {
  const after = words[at + 1];
  return words[at]?.plain === "ward" && after !== undefined && onlyPeopleAfter.has(after.plain);
}

/** "Anna Lund", "J. Okafor", "Maria de Souza": names that stand together. */
function wholeAt(text: string, words: readonly Word[], at: number): Read | undefined {
  const one = words[at];
  if (!isCapital(one) || one.owns || isNever(one) || titles.has(one.plain)) return undefined;
  if (nameSets.grammar.has(one.plain) || (one.opens && peopleBefore.has(one.plain)))
    return undefined;
  const last = extend(words, at, 3);
  if (last === at || isPlace(words, at, last)) return undefined;
  const run = words.slice(at, last + 1).filter((word) => !particles.has(word.plain));
  const two = run.at(-1);
  if (two === undefined || run.length < 2) return undefined;
  if (run.every((word) => eponyms.has(word.plain)) && !peopleIn(text, words, at, last))
    return undefined;
  const known = run.filter((word) => isFirst(word) || isLast(word)).length;
  if (isFirst(one)) {
    const wordy = one.opens && isEveryday(one);
    if (wordy && !isLast(two) && !peopleIn(text, words, at, last)) return undefined;
    if (!isLast(two) && !isFirst(two) && isEveryday(one) && !peopleIn(text, words, at, last))
      return undefined;
    if (!isLast(two) && !isFirst(two) && isShout(two)) return undefined;
    return { last, why: "full-name" };
  }
  if (isInitial(one) && isLast(two) && !isEveryday(two)) return { last, why: "full-name" };
  if (one.opens && (isEveryday(one) || known === 0 || !isLast(two))) {
    // "Yesterday Anna …": the first word only opens the sentence.
    return undefined;
  }
  if (isLast(two) && !isEveryday(two) && !isShout(one) && !eponyms.has(two.plain))
    return { last, why: "full-name" };
  if (
    !run.some(isShout) &&
    peopleIn(text, words, at, last) &&
    !run.some((word) => eponyms.has(word.plain))
  )
    return { last, why: "name-in-context" };
  return undefined;
}

/** "OKAFOR, Anna" and "Okafor, Anna (Mrs)". */
function reversedAt(words: readonly Word[], at: number): Read | undefined {
  const [surname, first] = [words[at], words[at + 1]];
  if (!isCapital(surname) || !isCapital(first) || !/^, ?$/.test(first.gap)) return undefined;
  if (!isShout(surname) || surname.text.length < 3 || !isLast(surname) || !isFirst(first))
    return undefined;
  return { last: at + 1, why: "full-name" };
}

/** A single name, by the list and its surroundings. */
function loneAt(
  text: string,
  words: readonly Word[],
  at: number,
  paired: boolean,
): Read | undefined {
  const word = words[at];
  if (!isCapital(word) || isNever(word) || word.text.length < 2 || titles.has(word.plain))
    return undefined;
  if (roleTitles.has(word.plain) || isPlace(words, at, at)) return undefined;
  const first = isFirst(word);
  const speaks =
    (paired || peopleIn(text, words, at, at)) && (first || isLast(word) || !isSubject(word));
  if (eponyms.has(word.plain) && !(first && speaks)) return undefined;
  if (isShout(word))
    return first && speaks && word.text.length > 3
      ? { last: at, why: "name-in-context" }
      : undefined;
  if (first && !isEveryday(word)) return { last: at, why: "known-first-name" };
  if (word.opens) {
    const after = words[at + 1];
    const acts =
      after !== undefined &&
      ((word.owns && ownedByPeople.has(after.plain)) ||
        (follows(after) && onlyPeopleAfter.has(after.plain)) ||
        (after.plain === "and" &&
          /^\s?(?:and) I\b/.test(text.slice(word.end, word.end + 7).trimStart())));
    return acts &&
      (first || isLast(word)) &&
      !/^(?:he|she|they|we|you|it|i|no|who|her|his|our|my|the|this|that|all|some|one|two|both|each|most|patient|another)$/.test(
        word.plain,
      )
      ? { last: at, why: "name-in-context" }
      : undefined;
  }
  if (speaks) return { last: at, why: "name-in-context" };
  if (
    first &&
    isEveryday(word) &&
    !/^(?:may|june|april|august|july|summer|spring|autumn|winter|easter|bay|so|an|will)$/.test(
      word.plain,
    )
  ) {
    const after = words[at + 1];
    if (
      after !== undefined &&
      (peopleAfter.has(after.plain) || (word.owns && ownedByPeople.has(after.plain)))
    )
      return { last: at, why: "name-in-context" };
  }
  return undefined;
}

/** Whether what surrounds a name speaks of people. */
function peopleIn(text: string, words: readonly Word[], at: number, last: number): boolean {
  const [name, end] = [words[at], words[last]];
  const [one, two] = [words[at - 1], words[at - 2]];
  const after = words[last + 1];
  if (name === undefined || end === undefined) return false;
  if (end.owns && after !== undefined && ownedByPeople.has(after.plain)) return true;
  if (one !== undefined && /^[ ,\u00a0]{1,2}$/.test(name.gap)) {
    if (name.gap !== ", " ? peopleBefore.has(one.plain) : peopleBefore.has(one.plain) && !one.opens)
      return true;
    if (two !== undefined && name.gap === " " && pairsBefore.has(`${two.plain}+${one.plain}`))
      return true;
  }
  if (
    one !== undefined &&
    /^(?:,|:)? ?$|^\n+$|^,\n+$/.test(name.gap) &&
    /^(?:dear|hi|hello|regards|thanks|wishes|love|signed)$/.test(one.plain)
  )
    return true;
  return (
    after !== undefined &&
    follows(after) &&
    !after.gap.includes(".") &&
    onlyPeopleAfter.has(after.plain) &&
    !/\bthe $/.test(beforeInSentence(text, name.start, 6))
  );
}

/** Whether a name belongs to a place or a thing: "St Mary's", "Nelson Ward", "the Norton", "Bell's palsy". */
function isPlace(words: readonly Word[], at: number, last: number): boolean {
  const [name, one, end] = [words[at], words[at - 1], words[last]];
  if (name === undefined || end === undefined) return true;
  if (
    one !== undefined &&
    /^[ .]{1,2}$/.test(name.gap) &&
    /^(?:st|saint|queen|king|prince|princess|royal|our|the|a|an|duke|duchess|great|little|old|new|north|south|east|west|upper|lower)$/.test(
      one.plain,
    )
  )
    return true;
  for (const ahead of [words[last + 1], words[last + 2]]) {
    if (ahead === undefined || !/^[ \u00a0-]$/.test(ahead.gap)) return false;
    if (thingsAfter.has(ahead.plain)) {
      const kin = end.owns && ownedByPeople.has(ahead.plain);
      return !kin && (isCapital(ahead) || !end.owns || eponyms.has(end.plain));
    }
    if (!isCapital(ahead)) return false;
  }
  return false;
}

const workers =
  /\b(?:colleague|consultant|registrar|nurse|physio\w*|pharmacist|manager|student|hca|sho|porter|midwife|matron|mentor|supervisor|doctor|dr|prof\w*|sister|handed over|handover|paramedic|therapist)\b/;
const relatives =
  /\b(?:daughter|son|wife|husband|mother|father|mum|dad|partner|niece|nephew|brother|grand\w+|carer|neighbour|friend|next of kin)\b/;
const patients = /\b(?:patient|resident|client|gentleman|lady|saw|clinic|bed|bay|admitted|dob)\b/;

function suggestionFor(text: string, name: Word): Suggestion {
  const context = beforeInSentence(text, name.start, 40);
  if (
    /^(?:dr|doctor|nurse|matron|prof|professor|sister|staff|charge|midwife|registrar|consultant)$/.test(
      name.plain,
    )
  )
    return { form: "colleague" };
  if (relatives.test(context)) return { form: "relative" };
  if (workers.test(context)) return { form: "colleague" };
  if (patients.test(context)) return { form: "patient" };
  return { form: "person" };
}
