import { ownedByPeople, publicNames, thingsAfter } from "../notNames.ts";
import { isEponym, isEveryday, isFirst } from "./knownNames.ts";
import { isCapital, type Word } from "./Word.ts";

/** "Todd's paresis": what is wrong with a body is not owned by whoever described it. */
const illness =
  /(?:itis|osis|oma|esis|aemia|emia|algia|plegia|pathy|phagia|trophy|asia|axia|uria|noea|sclerosis|ectomy|otomy|oscopy|plasty)$/;
const determiners = /^(?:st|saint|queen|king|prince|princess|royal|our|the|a|an|duke|duchess)$/;
/** "Great Norton" is a place, "little Zofia" is not. */
const before = /^(?:great|little|old|new|north|south|east|west|upper|lower)$/;

/** Whether a name belongs to a place or a thing: "St Mary's", "Nelson Ward", "the Norton", "Bell's palsy". */
export function isPlaceName(words: readonly Word[], at: number, last: number): boolean {
  const [name, one, end] = [words[at], words[at - 1], words[last]];
  if (name === undefined || end === undefined) return true;
  const next = words[at + 1];
  if (publicNames.has(`${name.plain} ${next?.plain}`)) return true;
  if (publicNames.has(`${one?.plain} ${name.plain}`)) return true;
  // "Nobody knows a Tariq", "another Mr Singh": who is said to be one of several is still a person.
  const oneOf =
    /^an?$/.test(one?.plain ?? "") && isFirst(name) && !isEveryday(name) && !isEponym(name);
  if (
    one !== undefined &&
    !oneOf &&
    /^[ .]{1,2}$/.test(name.gap) &&
    (determiners.test(one.plain) || (isCapital(one) && !one.opens && before.test(one.plain)))
  )
    return true;
  const owned = words[last + 1];
  if (end.owns && owned !== undefined && illness.test(owned.plain)) return true;
  for (const ahead of [words[last + 1], words[last + 2], words[last + 3]]) {
    if (ahead === undefined || !/^[ \u00a0-]$/.test(ahead.gap)) return false;
    if (thingsAfter.has(ahead.plain)) {
      const kin = end.owns && ownedByPeople.has(ahead.plain);
      return !kin && (isCapital(ahead) || !end.owns || isEponym(end));
    }
    if (!isCapital(ahead)) return false;
  }
  return false;
}
