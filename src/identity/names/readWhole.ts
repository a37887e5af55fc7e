import { nameSets } from "../nameSets.ts";
import { peopleBefore, titles } from "../notNames.ts";
import { extendName } from "./extendName.ts";
import { isPlaceName } from "./isPlaceName.ts";
import {
  isDrug,
  isEponym,
  isEveryday,
  isFirst,
  isInitial,
  isLast,
  isNever,
  isSubject,
  isWord,
  particles,
} from "./knownNames.ts";
import { peopleAround } from "./peopleAround.ts";
import type { Read } from "./Read.ts";
import { isCapital, isShout, type Word } from "./Word.ts";

/** "Anna Lund", "J. Okafor", "Maria de Souza": names that stand together. */
export function readWhole(text: string, words: readonly Word[], at: number): Read | undefined {
  const one = words[at];
  if (!isCapital(one) || one.owns || isNever(one) || titles.has(one.plain)) return undefined;
  if (nameSets.grammar.has(one.plain) || (one.opens && peopleBefore.has(one.plain)))
    return undefined;
  const last = extendName(words, at, 3);
  if (last === at || isPlaceName(words, at, last)) return undefined;
  // "Ó Súilleabháin", "Ní Bhriain".
  if (/^(?:Ó|Ní|Nic|Uí)$/u.test(one.text)) return { last, why: "full-name" };
  const run = words
    .slice(at, last + 1)
    .filter(({ plain, text }) => !particles.has(plain) || /^\p{Lu}$/u.test(text));
  const two = run.at(-1);
  if (two === undefined || run.length < 2) return undefined;
  if (
    run.every((word) => isEponym(word) || isInitial(word)) &&
    run.some(isEponym) &&
    !peopleAround(text, words, at, last)
  )
    return undefined;
  const known = run.filter((word) => isFirst(word) || isLast(word)).length;
  if (isFirst(one)) {
    const wordy = one.opens && isEveryday(one) && !(mayBeName(two) && !modal.test(one.plain));
    if (wordy && !isLast(two) && !peopleAround(text, words, at, last)) return undefined;
    const unlisted = !isLast(two) && !isFirst(two) && !(mayBeName(two) && !modal.test(one.plain));
    if (unlisted && isEveryday(one) && !peopleAround(text, words, at, last)) return undefined;
    if (!isLast(two) && !isFirst(two) && isShout(two)) return undefined;
    return { last, why: "full-name" };
  }
  // "A Foley catheter" is an article, "A. Fitzgerald" and "A Yilmaz" begin with an initial.
  if (one.text === "A" && !words[at + 1]?.gap.includes(".") && !isPlainLast(two)) return undefined;
  const dotted = one.text.length === 1 && words[at + 1]?.gap.startsWith(".") === true;
  if (dotted && isLast(two) && !isNever(two)) return { last, why: "full-name" };
  if (
    isInitial(one) &&
    !isEveryday(two) &&
    (isLast(two) ||
      ((dotted || (one.text.length === 1 && /^[B-HJ-Z]$/.test(one.text))) &&
        two.text.length > 2 &&
        run.slice(1).every(mayBeName)))
  )
    return { last, why: "full-name" };
  if (run.every(mayBeName) && peopleAround(text, words, at, last))
    return { last, why: "name-in-context" };
  if (run.length === 2 && run.every(mayBeName) && !run.some(isInitial) && comesIn(text, two)) {
    return { last, why: "name-in-context" };
  }
  if (one.opens && (isEveryday(one) || known === 0 || !isLast(two))) {
    // "Yesterday Anna …": the first word only opens the sentence.
    return undefined;
  }
  if (isLast(two) && !isEveryday(two) && !isShout(one) && !isEponym(two))
    return { last, why: "full-name" };
  if (
    !run.some(isShout) &&
    !run.every(isWord) &&
    peopleAround(text, words, at, last) &&
    !run.some((word) => isEponym(word))
  )
    return { last, why: "name-in-context" };
  return undefined;
}

/** First words of a sentence that are names as well: "Will Medequip deliver?" */
const modal = /^(?:will|may|can|mark|bill|sue|pat|drew|chase|grant|art|see|an|so)$/;

/** "Blodwen Cadwaladr came in", "Everton Cumberbatch 71yr": what follows is of people. */
const comesIn = (text: string, { end }: Word) =>
  /^(?: (?:came (?:in|to|back|from)|fell|died|sat|slept|woke|ate|walked|lives|lived|has been (?:given|told|seen|moved|admitted|discharged|referred|visited)|was (?:admitted|seen|discharged|moved|given|told|found|referred))\b|,? \(?\d{2} ?(?:yrs?|yo|y|m|f)\b| ?\||, (?:dob|d\.o\.b|nhs|born)\b)/i.test(
    text.slice(end, end + 30),
  );

const isPlainLast = (word: Word) => isLast(word) && mayBeName(word) && !isEveryday(word);

/** A word that no list has, or has as a name only. */
const mayBeName = (word: Word) =>
  !isShout(word) &&
  !isNever(word) &&
  !isEponym(word) &&
  !isWord(word) &&
  !isSubject(word) &&
  !isDrug(word);

/** "OKAFOR, Anna", "Okafor, Anna" and "KOWALSKA Anna". */
export function readReversed(words: readonly Word[], at: number): Read | undefined {
  const [surname, first] = [words[at], words[at + 1]];
  if (!isCapital(surname) || !isCapital(first)) return undefined;
  if (surname.owns || surname.text.length < 3) return undefined;
  const mayFollow =
    isShout(surname) && isLast(surname) && /^, ?$/.test(first.gap) && mayBeName(first);
  if (!isFirst(first) && !mayFollow) return undefined;
  const listed = isLast(surname) && !isNever(surname) && !isEponym(surname);
  const plain = listed && !isWord(surname) && !isFirst(surname) && !isEveryday(first);
  if (!isShout(surname))
    return plain && first.gap === ", " ? { last: at + 1, why: "full-name" } : undefined;
  const known =
    isLast(surname) || (surname.text.length > 4 && !isWord(surname) && !isNever(surname));
  if (/^, ?$/.test(first.gap)) return known ? { last: at + 1, why: "full-name" } : undefined;
  if (first.gap !== " " || surname.text.length < 3 || isShout(first) || isEveryday(first) || !known)
    return undefined;
  return { last: at + 1, why: "full-name" };
}
