import { before } from "../before.ts";
import { isDrug, isEponym, isEveryday, isFirst, isLast, isSubject, isWord } from "./knownNames.ts";
import type { Word } from "./Word.ts";

/** What stands before a name in a list of patients: "1) ", "Bed 12: ", "- ". */
export const itemBefore =
  /(?:^|[\s,;])(?:\d{1,2}[.):]|(?:bed|bay|rm|room|sr|cubicle|side room) ?\d{1,2}[a-f]?(?:[:,.)]| ?[-–—])?|[-*•]) ?$/;
/** A hospital number: nobody but a patient stands after it. */
const numberBefore = /(?:^|\s)[a-z]{0,2}\d{6,8}[,:]? ?[-–—]? ?$/;
/** What stands after a name there. */
const itemAfter =
  /^(?:,| ?[-–—:(]|\n|$|\.\s|;| (?:new|f\/u|fu|dna|rv|r\/v|home|\d{2}\b|\d{2}[yYfFmM]\b|NOF|DNACPR|for\b|ready|awaiting|obs|bloods|nbm|scan|\d{2}[/.]))/i;

/** Whether a surname alone stands in a list of patients: "1. Oyelowo, R hip", "Bed 12: Okonjo, 82". */
export function isListed(text: string, word: Word): boolean {
  if (isWord(word) || isEveryday(word) || isFirst(word)) return false;
  if (!itemAfter.test(text.slice(word.end, word.end + 12))) return false;
  const lead = before(text, word.start, 20);
  if (isLast(word))
    return (
      (itemBefore.test(lead) && (!isEponym(word) || /bed/.test(lead))) || numberBefore.test(lead)
    );
  return numberBefore.test(lead) && word.text.length > 3 && !isDrug(word) && !isSubject(word);
}
