import { nameSets } from "../nameSets.ts";
import {
  followsNames,
  kin,
  onlyPeopleAfter,
  ownedByPeople,
  peopleAfter,
  wilful,
} from "../notNames.ts";
import { isPlaced } from "./isPlaced.ts";
import { isEveryday, isFirst, isNever, isWord } from "./knownNames.ts";
import { follows, isCapital, type Word } from "./Word.ts";

const calendar =
  /^(?:january|february|march|april|may|june|july|august|spring|summer|autumn|winter|easter|christmas)$/;

/** "Muriel's daughter", "Mark's handover"; after a month only kin will do. */
export function isOwner(words: readonly Word[], at: number): boolean {
  const [word, after] = [words[at], words[at + 1]];
  if (!word?.owns || after === undefined) return false;
  return (calendar.test(word.plain) ? kin : ownedByPeople).has(after.plain);
}

/** Whether what follows a sentence's first word is what a person does: "Grace said", "Iolo would not eat", "June and Ivy". */
export function actsAsPerson(text: string, words: readonly Word[], at: number): boolean {
  const [word, after, next] = words.slice(at, at + 3);
  if (word === undefined || after === undefined) return false;
  if (isOwner(words, at)) return true;
  if (word.owns) return false;
  if (follows(after) && !after.gap.includes(".")) {
    if (onlyPeopleAfter.has(after.plain)) return true;
    if (
      isFirst(word) &&
      !calendar.test(word.plain) &&
      isDeed(after) &&
      /^(?:the|an?|all|my|our|me|us|him|two|both|every|it)$/.test(next?.plain ?? "")
    )
      return true;
    // After a verb of modality only its bare form can follow: "Will covered" is a person.
    if (word.plain === "will" && /^(?:was|had|has|did|said|came|went|got)$/.test(after.plain))
      return true;
    // "Penny will take the bloods": what a person will do.
    if (
      isFirst(word) &&
      /^(?:will|can|could|would|should|to)$/.test(after.plain) &&
      duties.has(next?.plain ?? "")
    )
      return true;
    if (/^(?:would|could|did|will|can|has|had)$/.test(after.plain) && next?.plain === "not")
      return wilful.has(words[at + 3]?.plain ?? "");
    if (/^(?:wouldn't|couldn't|didn't|won't|can't|hasn't|hadn't)$/.test(after.plain))
      return wilful.has(next?.plain ?? "");
  }
  // "Miles was up and dressed": how a person is.
  if (
    isFirst(word) &&
    !calendar.test(word.plain) &&
    /^(?:was|is|were)$/.test(after.plain) &&
    states.has(next?.plain ?? "")
  )
    return true;
  if (isPlaced(text, words, at)) return true;
  if (hasPronoun(words, at)) return true;
  if (after.plain !== "and" || after.gap !== " ") return false;
  if (isCapital(next) && isPlaced(text, words, at + 2)) return true;
  if (/^\s?and I\b/.test(text.slice(word.end, word.end + 7))) return true;
  return (
    isFirst(word) &&
    isCapital(next) &&
    next.gap === " " &&
    isFirst(next) &&
    !isEveryday(next) &&
    !isNever(next)
  );
}

/** What somebody is to do: "Penny will take the bloods", "Victor to ring". */
const duties: ReadonlySet<string> = new Set(
  "take do ring call see cover bring sign check chase sort speak visit collect phone help review attend email bleep cannulate discharge order print finish present teach swap work".split(
    " ",
  ),
);
/** How a person is, and hardly a thing. */
const states: ReadonlySet<string> = new Set(
  "up washed dressed asleep awake tearful crying upset happy sad tired kind lovely punctual brilliant great amazing sick poorly anxious confused agitated unwell pregnant discharged admitted transferred seen reviewed sitting eating drinking walking talking waiting worried angry frightened scared asking off late helpful patient calm gentle rude glad pleased sorry sure here".split(
    " ",
  ),
);
/** A verb of the past: "dropped the tray", "did both rounds". */
const isDeed = ({ plain }: Word) =>
  plain === "did" ||
  (/[a-z]{2}ed$/.test(plain) && !/eed$/.test(plain)) ||
  /^(?:got|gave|made|held|told|took|brought|caught|wrote|drove|sang|sent|kept|found|cut|ran|fed|hid|lost|met|paid|put|read|sold|taught)$/.test(
    plain,
  );

/** "Abdulrahman came with his mum", "Ines and her sister": what she or he does or owns right after. */
function hasPronoun(words: readonly Word[], at: number): boolean {
  const [verb, ...rest] = words.slice(at + 1, at + 7);
  if (verb === undefined || !follows(verb)) return false;
  if (verb.plain === "and")
    return /^(?:his|her)$/.test(rest[0]?.plain ?? "") && kin.has(rest[1]?.plain ?? "");
  const acts =
    /ed$/.test(verb.plain) || peopleAfter.has(verb.plain) || followsNames.has(verb.plain);
  if (!acts) return false;
  if (proofless.test(verb.plain)) return false;
  for (const word of rest) {
    if (word.gap !== " ") return false;
    if (/^(?:his|her|himself|herself)$/.test(word.plain)) return true;
  }
  return false;
}
/** Said of things as well, whoever they belong to: "Datix has her name". */
const proofless = /^(?:is|was|has|had|and|could|would|does|did|lost|needed|needs)$/;

/**
 * Whether a first name only tells what a thing is: "Virginia creeper", "Solomon judgement". A word in small
 * letters follows that is neither a verb's form nor a particle.
 */
export function describesThing(words: readonly Word[], at: number): boolean {
  const [word, after] = [words[at], words[at + 1]];
  if (word === undefined || after === undefined || word.owns || after.gap !== " ") return false;
  if (after.capital || /(?:ed|ly|s|'t)$/.test(after.plain) || !isWord(after)) return false;
  return ![nameSets.grammar, peopleAfter, followsNames].some((set) => set.has(after.plain));
}
