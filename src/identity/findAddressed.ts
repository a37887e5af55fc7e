import { namesWithin, type Stretch } from "#core/identity/namesWithin.ts";

/** Thanks or praise with the name right behind: "thank you, Tom". */
const thankedBefore =
  /\b(?:thank|thanks|thank you|well done|cheers)(?: (?:so|very) much| again| a lot)?,?(?: to)? @?$/i;
const thankedAfter = /^(?:\s*$|[.,;!?…]| ?[–—-] | (?:so|very) much\b| for\b| and\b| & )/;
/** What is said to somebody, and hardly ever of somebody. */
const toSomebody = /\b(?:you|your|yours|thanks?|please|well done)\b/i;
const sentenceStart = /(?:^|[.!?…\n])\s*(?:(?:hi|hello|hey|dear)\s+)?@?$/i;
const sentenceEnd = /[.!?…\n]/;

/** Whether the names there are all that is said, are thanked, or open or close a sentence that speaks to them. */
function isAddressed(text: string, { start, end }: Stretch): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 200), start), text.slice(end, end + 400)];
  if (before.trim() === "" && after.trim() === "") return true;
  if (thankedBefore.test(before) && thankedAfter.test(after)) return true;
  const rest = after.split(sentenceEnd)[0] ?? "";
  if (sentenceStart.test(before)) return /^,(?!\s*\d)/.test(rest) && toSomebody.test(rest);
  const sentence = before.split(sentenceEnd).at(-1) ?? "";
  return /, $/.test(before) && rest.trim() === "" && toSomebody.test(sentence);
}

/**
 * Where a text speaks to people whose names are `known` to whoever will read it: their name, or the
 * first word of it, as it is written there. One who is only spoken of is not among them, since a
 * patient may have the same name.
 */
export const findAddressed = (text: string, known: readonly string[]): readonly Stretch[] =>
  namesWithin(text, known).filter((place) => isAddressed(text, place));
