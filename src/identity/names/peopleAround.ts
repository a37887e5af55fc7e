import { beforeInSentence } from "../before.ts";
import {
  onlyPeopleAfter,
  ownedByPeople,
  pairsBefore,
  peopleBefore,
  roleNouns,
} from "../notNames.ts";
import { isPlaced } from "./isPlaced.ts";
import { roleBefore } from "./roleBefore.ts";
import { follows, type Word } from "./Word.ts";

/** "Anna Lund NHS no …", "Lund (DOB …", "LUND, 943 476 5919": a number or birthday right after a name. */
const isIdentified = (text: string, at: number) =>
  /^[ ,(:;–-]{1,3}(?:NHS (?:no|num)|d\.?o\.?b\b|hosp(?:ital)? (?:no|num)|MRN\b|born \d|b\. ?\d|\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d))/i.test(
    text.slice(at, at + 20),
  );

/** Whether what surrounds a name speaks of people. */
export function peopleAround(
  text: string,
  words: readonly Word[],
  at: number,
  last: number,
): boolean {
  const [name, end] = [words[at], words[last]];
  const [one, two] = [words[at - 1], words[at - 2]];
  const after = words[last + 1];
  if (name === undefined || end === undefined) return false;
  if (isPlaced(text, words, last) || isIdentified(text, end.end)) return true;
  if (end.owns && after !== undefined && ownedByPeople.has(after.plain)) return true;
  if (one !== undefined && /^[ ,\u00a0]{1,2}$/.test(name.gap)) {
    const leads = peopleBefore.has(one.plain) || roleNouns.has(one.plain);
    if (leads && (name.gap !== ", " || !one.opens)) return true;
    if (two !== undefined && name.gap === " " && pairsBefore.has(`${two.plain}+${one.plain}`))
      return true;
  }
  // "The registrar was Vasiliki", "On call: Sutherland": who does what.
  if (two !== undefined && /^(?:is|was)$/.test(one?.plain ?? "") && name.gap === " ")
    if (roleNouns.has(two.plain) && !/^(?:patient|resident|client|gentleman|lady)$/.test(two.plain))
      return true;
  if (name.gap === ": " && /^(?:call|charge|cover)$/.test(one?.plain ?? "")) return true;
  // "Consultant (Whitworth)", "Chaperone: Hala": who somebody is.
  if (
    one !== undefined &&
    /^(?: \(|: )$/.test(name.gap) &&
    (roleNouns.has(one.plain) || roleBefore.has(one.plain))
  )
    return true;
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
