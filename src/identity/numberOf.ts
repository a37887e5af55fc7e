import { beforeInSentence } from "./before.ts";
import { nameSets } from "./nameSets.ts";
import { followsNames } from "./notNames.ts";
import { joiningWords, numberNouns, patientWords, thingWords } from "./numberWords.ts";

/**
 * What the words beside a number say it is the number of. A label right before or after says most ("hospital number
 * is …", "… is the asset tag"), else the nearest word that speaks of a thing. "patient" is a word for one right before
 * it, "hospital-list" a label further back, "some-thing" any other noun right before it: "concentrator 9434765919".
 */
export type NumberOf =
  | "nhs"
  | "hospital"
  | "hospital-list"
  | "registration"
  | "phone"
  | "patient"
  | "thing"
  | "some-thing"
  | "unsaid";

/** What may stand between a label and its number: "is", "(from the old card)", "on the letter is". */
const link =
  "\\b[ .:#=(*\\[–-]*(?:(?:is|was|of|reads?|shows?|showed|says|states|as|now|changed to|used to be|given|quoted|(?:on|from|in|off) (?:(?:the|an?|her|his|our|my|old|new) )*[a-z]{2,12}(?: [a-z]{2,12})?)\\b[ :()=]*){0,4}$";
const numberNoun = "(?:numbers?|nos?|num|nr|id|identifier|ref|reference|#)";
const nhsLabel = new RegExp(
  `\\b(?:nhsn?|chi|h ?& ?c|hcn|health and care)(?: ?${numberNoun})?${link}`,
);
const hospitalLabel = new RegExp(
  `\\b(?:(?:hospital|hosp|unit|patient|pt|px|client|case ?notes?|(?:medical|med) rec(?:ord)?s?|records?|mrn|pas|epr|emr|rio|emis|systmone|systm1|lorenzo|cerner|notes|chart|folder|district|clinic|admission|attendance|encounter|episode|local|trust)(?:['’]s)?[ .]*${numberNoun}|case (?:number|no)|(?:[a-z]|st)[ -]?(?:number|no|num|#)|mrn|hosp|hn|h/n|crn|pas|pid|uhpi|case ?notes?|cas(?:ualty)? card)${link}|\\bnotes $`,
);
const registrationLabel =
  /\b(?:gmc|nmc|hcpc|gphc|gdc|goc|pin|registration|registered|swe|registrant)\b[a-z .:#()]{0,24}$/;
const phoneLabel = new RegExp(
  `\\b(?<!\\b(?:over|by|on)(?: the)? )(?:tel|telephone|phone|mob|mobile|landline|ring|rang|rung|call|text|whatsapp)(?:[ .]*(?:numbers?|nos?|num))?${link}`,
);
/** "NHS 111", "NHS login": what the health service runs is no patient's number. */
const service =
  /^(?:111|24|login|app|mail|supply|logistics|trust|england|scotland|wales|pension|jobs|professionals|property|direct|digital|net|email|discount)$/;
const joined =
  /^[ ,–-]{0,2}((?:is|was|as|from|on|being|that['’]s|=|\() ?)+(?:(?:the|a|an|our|your|its|their|my|wrong|old|new|her|his) ){0,3}([a-z/&]{2,16})(?:[ -]([a-z/]{2,16}))?(?![\w-]|[ .:#]*[a-z]{0,2}\d)/;

/**
 * What the number from `start` to `end` is the number of, by what stands beside it in its sentence; `reach` is how far
 * before it a word is looked for, in UTF-16 units.
 */
export function numberOf(text: string, start: number, end: number, reach = 72): NumberOf {
  const from = beforeInSentence(text, start, reach);
  // Where the line goes on to the left, the first word may be a piece of one.
  const lead = from.length < reach ? from : from.replace(/^[\p{L}\d]+/u, "");
  return (
    labelBefore(lead) ??
    labelAfter(text.slice(end, end + 48).toLowerCase()) ??
    nearest(lead.match(/[\p{L}\d/&'’]+|,/gu) ?? [], /[\p{L}] $/u.test(lead))
  );
}

function labelBefore(lead: string): NumberOf | undefined {
  if (nhsLabel.test(lead)) return "nhs";
  const hospital = hospitalLabel.exec(lead);
  if (hospital !== null) {
    const first = /[a-z/]+/.exec(hospital[0])?.[0] ?? "";
    const owner = /([a-z/]+)['’s]* $/.exec(lead.slice(0, hospital.index))?.[1] ?? "";
    return thingWords.has(owner) || thingWords.has(first) ? "thing" : "hospital";
  }
  if (registrationLabel.test(lead)) return "registration";
  return phoneLabel.test(lead) ? "phone" : undefined;
}

/** "… is her NHS number", "… (hosp no)", "… from the fridge invoice". */
function labelAfter(follows: string): NumberOf | undefined {
  const [, join, one = "", two = ""] = joined.exec(follows) ?? [];
  if (join === undefined) return undefined;
  if (/^(?:nhs|chi)$/.test(one)) return numberNouns.has(two) ? "nhs" : undefined;
  if (one === "mrn" || (/^(?:hosp|hospital|patient|pt)$/.test(one) && numberNouns.has(two)))
    return "hospital";
  return thingWords.has(one) || (thingWords.has(two) && !patientWords.has(one))
    ? "thing"
    : undefined;
}

/** The nearest word before, from the last of `words` on, that speaks of the NHS, a patient or a thing. */
function nearest(words: readonly string[], touches: boolean): NumberOf {
  // "prescription for 943 476 5919": whom it is for.
  if (/^(?:for|re|regarding)$/.test(words.at(-1) ?? "") && touches) return "patient";
  let between = true;
  let patient = false;
  let thing = false;
  let apart = false;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    const prior = words[at - 1] ?? "";
    const close = at >= words.length - 2;
    if (/^(?:nhs|chi|h&c)$/.test(word) && !service.test(words[at + 1] ?? "")) return "nhs";
    if (isHospitalLabel(word, words[at + 1]) && !thingWords.has(prior))
      return between ? "hospital-list" : "unsaid";
    between &&= isJoining(word);
    if (thing || patient) continue;
    if (word === ",") apart = true;
    else if (thingWords.has(word) || word === "nhs") {
      if (close) return "thing";
      thing = !apart;
    } else if (patientWords.has(word)) {
      if (thingWords.has(prior)) return "thing";
      patient = close;
    } else if (numberNouns.has(word)) {
      if (thingWords.has(prior)) return "thing";
      if (/^(?:nhs|chi)$/.test(prior) || isHospitalLabel(prior, word)) continue;
      if (prior === "book" || isOpen(prior) || /^(?:ref|code)/.test(word)) return "some-thing";
    } else if (at === words.length - 1 && touches && isNoun(word) && !leadsVerb.test(prior))
      return "some-thing";
  }
  if (patient) return "patient";
  return thing ? "thing" : "unsaid";
}

/** "hosp nos 8479149, 575252": what was said of the first number holds for the next. */
const isHospitalLabel = (word: string, next: string | undefined) =>
  /^(?:mrn|mrns|crn|casenotes?)$/.test(word) ||
  (/^(?:hospital|hosp|patient|pas|unit|notes|district|trust)$/.test(word) &&
    next !== undefined &&
    numberNouns.has(next));

/** Before a verb, or a place where a number is read: "please pull …", "on screen …". */
const leadsVerb = /^(?:please|pls|to|and|can|could|will|would|i|we|you|on|in|the)$/;

/** What a list of numbers goes on over: other numbers, "and", "the one on the label is". */
const isJoining = (word: string) =>
  word === "," ||
  /\d{4}/.test(word) ||
  joiningWords.has(word) ||
  numberNouns.has(word) ||
  patientWords.has(word) ||
  nameSets.grammar.has(word);

/** Any word that is neither of grammar nor a person: "call reference", "kiosk number". */
const isOpen = (word: string) =>
  (/^[a-z]{4,}$/.test(word) || nameSets.words.has(word)) &&
  !nameSets.grammar.has(word) &&
  !joiningWords.has(word) &&
  !patientWords.has(word) &&
  (nameSets.words.has(word) ||
    nameSets.everyday.has(word) ||
    !(nameSets.first.has(word) || nameSets.last.has(word))) &&
  !/(?:ed|ing|ly)$/.test(word);

/** A word of the list that is neither of grammar nor a verb's form. */
const isNoun = (word: string) =>
  word.length > 2 &&
  nameSets.words.has(word) &&
  !nameSets.grammar.has(word) &&
  !joiningWords.has(word) &&
  !followsNames.has(word) &&
  !/(?:ed|ing|ly)$/.test(word);
