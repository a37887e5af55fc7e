import { onlyPeopleAfter, surnamePlaces, thingsAfter, titles } from "../notNames.ts";
import { isFirst, isInitial, isLast, isNever, isWord, particles } from "./knownNames.ts";
import { follows, isCapital, isShout, type Word } from "./Word.ts";

/** The last word of a name that goes on from `at`: further names, initials, particles. */
export function extendName(words: readonly Word[], at: number, most: number): number {
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
    const named =
      (surnamePlaces.has(next.plain) && isFirst(here)) ||
      (isWardPerson(words, last + 1) && (isFirst(here) || !isWord(here)));
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
