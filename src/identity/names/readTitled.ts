import { nameSets } from "../nameSets.ts";
import { roleTitles, thingsAfter, titles } from "../notNames.ts";
import { extendName } from "./extendName.ts";
import {
  isDrug,
  isEveryday,
  isFirst,
  isLast,
  isNever,
  isSubject,
  isWord,
  particles,
} from "./knownNames.ts";
import type { Read } from "./Read.ts";
import { follows, isCapital, isShout, type Word } from "./Word.ts";

/** "Dr Okafor", "Staff Nurse Anna Lund", "mrs patel". */
export function readTitled(words: readonly Word[], at: number): Read | undefined {
  let next = at;
  const opening = words[at];
  if (opening === undefined) return undefined;
  if (
    opening.capital &&
    /^(?:staff|charge|student|senior|community|district|ward|specialist|lead|night)$/.test(
      opening.plain,
    )
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
  if (/^(?:nurse|sister|matron|doctor)$/.test(title.text) && isLowSurname(words[next + 1]))
    return { last: next + 1, why: "title-and-name" };
  if (!full && !(roleTitles.has(title.plain) && isCapital(title))) return undefined;
  if (title.owns) return undefined;
  // "Mr van der Berg": what is small before the name belongs to it.
  let start = next + 1;
  while (start < next + 4) {
    const [small, after] = [words[start], words[start + 1]];
    if (small === undefined || !/^\p{Ll}/u.test(small.text) || !particles.has(small.plain)) break;
    if (after === undefined || !follows(after)) break;
    if (!/^\p{Lu}/u.test(after.text) && !particles.has(after.plain)) break;
    start += 1;
  }
  const name = isCapital(words[start]) ? words[start] : words[next + 1];
  if (name === undefined || !follows(name)) return undefined;
  if (titles.has(name.plain) || name.text === "I") return undefined;
  if (!isCapital(name)) {
    const end = full ? lowSurname(words, next, words[next - 1]) : undefined;
    return end === undefined ? undefined : { last: end, why: "title-and-name" };
  }
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
  return {
    last: extendName(words, words[start] === name ? start : next + 1, 3),
    why: "title-and-name",
  };
}

/** The last word of a surname in small letters after a title: "mrs green", "miss dela cruz"; never "miss a dose". */
function lowSurname(
  words: readonly Word[],
  at: number,
  before: Word | undefined,
): number | undefined {
  const [title, name, more] = words.slice(at, at + 3);
  if (title === undefined || name === undefined || name.plain.length < 2) return undefined;
  if (nameSets.grammar.has(name.plain) || name.gap.includes("\n")) return undefined;
  const wordy = isWord(name) || isEveryday(name) || isNever(name);
  if (/^(?:lord|lady|sir|dame|rev)$/.test(title.plain)) return undefined;
  if (title.plain === "miss" && before !== undefined && title.gap === " ") {
    // "we miss patel", "did not miss": a verb, unless a surname that is no word follows.
    if (
      /^(?:i|we|you|they|he|she|to|not|don't|didn't|really|still|will|would|ll|i'll|and|near|any|a)$/.test(
        before.plain,
      )
    )
      return undefined;
    if (wordy && !/^(?:r|v|see|saw|rv|for|with|w|to|pt|seen|d)$/.test(before.plain))
      return undefined;
  }
  if (wordy && (!isLast(name) || !/^(?:mr|mrs|ms|miss|mx)$/.test(title.plain))) return undefined;
  if (!isLast(name) && (!/^(?=.*[aeiouy]).{3}/.test(name.plain) || isDrug(name) || isSubject(name)))
    return undefined;
  if (/^(?:dela|de|del|di|da|van|von|el|al|bin|ibn|le|la|st|o)$/.test(name.plain))
    return more !== undefined && follows(more) ? at + 2 : undefined;
  return at + 1;
}

/** "nurse okeke", "sister oduya": a surname in small letters that is no word and no first name. */
const isLowSurname = (word: Word | undefined) =>
  word !== undefined &&
  follows(word) &&
  !word.capital &&
  (isLast(word) || (/^[a-z]{5,}$/.test(word.plain) && !isDrug(word) && !isSubject(word))) &&
  !isFirst(word) &&
  !isWord(word) &&
  !isEveryday(word) &&
  !nameSets.grammar.has(word.plain) &&
  !isNever(word);
