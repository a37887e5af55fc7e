import { namesWithin, type Stretch } from "#core/identity/namesWithin.ts";

/** Thanks or praise with the name right behind: "thank you, Tom". */
const thankedBefore =
  /\b(?:thank|thanks|thank you|well done|cheers)(?: (?:so|very) much| again| a lot)?,?(?: to)? @?$/i;
const thankedAfter = /^(?:\s*$|[.,;!?…]| ?[–—-] | (?:so|very) much\b| for\b| and\b| & )/;
/** What is said to somebody, and hardly ever of somebody. */
const toSomebody = /\b(?:you|your|yours|thanks?|please|well done)\b/i;
const sentenceStart = /(?:^|[.!?…\n])\s*(?:(?:hi|hello|hey|dear)\s+)?@?$/i;
const greeted = /\b(?:hi|hello|hey)\s+@?$/i;
const sentenceEnd = /[.!?…\n]/;

const ofSomebody = "who|whom|whose|which|that|your|my|our|his|her|their|the|an?|one|another";
/** What goes on so says who is meant: "Tom, your patient in bay 2". */
const explained = new RegExp(`^,\\s*(?:${ofSomebody}|\\d+)\\b`, "i");
/** The name behind such words may say who is meant: "your patient, Tom". */
const explains = new RegExp(`\\b(?:${ofSomebody})\\b|['’]s\\b`, "i");
/** Nothing begins so that could be said of the one named. */
const turnsTo =
  /^,\s*(?:please\b|thanks?\b(?! to\b)|well done\b|(?:what |how |when |where |why )?(?:can|could|would|will|do|did|are|were|have|should) you\b)/i;
/** The same where nothing sets it off again, as what is only said in between is: "Tom, you know, fell". */
const saysOn = /^,\s*(?:you|I|we|it)\b(?:(?![,;(–—]| - ).)*$/i;

/** Whether the names there are all that is said, are thanked, or open or close a sentence that speaks to them. */
function isAddressed(text: string, { start, end }: Stretch): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 200), start), text.slice(end, end + 400)];
  if (before.trim() === "" && after.trim() === "") return true;
  const isSetOff = /\bto @?$/i.test(before) && after.startsWith(",");
  if (isSetOff || explained.test(after)) return false;
  if (thankedBefore.test(before) && thankedAfter.test(after)) return true;
  const rest = after.split(sentenceEnd)[0] ?? "";
  if (sentenceStart.test(before)) {
    const isTo = greeted.test(before)
      ? rest.startsWith(",")
      : turnsTo.test(rest) || saysOn.test(rest);
    return isTo && toSomebody.test(rest);
  }
  const sentence = before.split(sentenceEnd).at(-1) ?? "";
  const isClosing = /, $/.test(before) && rest.trim() === "";
  return isClosing && toSomebody.test(sentence) && !explains.test(sentence);
}

/**
 * Where a text speaks to people whose names are `known` to whoever will read it: their name, or the
 * first word of it, as it is written there. One who is only spoken of is not among them, since a
 * patient may have the same name; nor is one of whom that cannot be told.
 */
export const findAddressed = (text: string, known: readonly string[]): readonly Stretch[] =>
  namesWithin(text, known).filter((place) => isAddressed(text, place));
