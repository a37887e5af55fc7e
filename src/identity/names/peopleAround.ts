import { beforeInSentence } from "../before.ts";
import {
  onlyPeopleAfter,
  ownedByPeople,
  pairsBefore,
  peopleBefore,
  roleNouns,
} from "../notNames.ts";
import { follows, type Word } from "./Word.ts";

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
  if (end.owns && after !== undefined && ownedByPeople.has(after.plain)) return true;
  if (one !== undefined && /^[ ,\u00a0]{1,2}$/.test(name.gap)) {
    const leads = peopleBefore.has(one.plain) || roleNouns.has(one.plain);
    if (leads && (name.gap !== ", " || !one.opens)) return true;
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
