import { roleNouns, workplaces } from "../notNames.ts";
import { roleBefore } from "./roleBefore.ts";
import { follows, type Word } from "./Word.ts";

/** "Baz the porter", "Ebele, our ward pharmacist", "Bartek (porter)", "Hope is our new lead": a role beside a name. */
export function hasRole(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const is = /^(?:is|was)$/.test(words[at + 1]?.plain ?? "") && words[at + 1]?.gap === " " ? 1 : 0;
  const [article, one, two, three] = words.slice(at + 1 + is, at + 5 + is);
  if (word === undefined || word.owns || article === undefined || one === undefined) return false;
  if (article.gap === " (" && (roleNouns.has(article.plain) || roleBefore.has(article.plain)))
    return true;
  if (!/^,? $/.test(article.gap) || !/^(?:the|our|my|a|an|her|his|your)$/.test(article.plain))
    return false;
  if (roleNouns.has(one.plain) && follows(one)) return true;
  if (two === undefined || !follows(one) || !follows(two)) return false;
  if (roleNouns.has(two.plain)) return true;
  return is === 1 && three !== undefined && follows(three) && roleNouns.has(three.plain);
}

/** "Jack from pharmacy", "Blessing on nights", "Poppy, 14, said", "Robin is the one who …". */
export function isPlaced(text: string, words: readonly Word[], at: number): boolean {
  const [word, join, place] = words.slice(at, at + 3);
  if (word === undefined || word.owns) return false;
  const after = text.slice(word.end, word.end + 40);
  if (/^(?:,? \((?:aged? )?\d{1,3}\)|, (?:aged )?\d{1,2},)/.test(after)) return true;
  // "Dobson (F1)", "Lim (SHO)": a grade or a role in short.
  if (
    /^ \((?:reg|registrar|sho|spr|f[12y]|fy[12]|ct\d|st\d|cons|hca|rn|band \d|anp|physio|ot|dtr|nok|wife|son|porter|volunteer|vol)\b/i.test(
      after,
    )
  )
    return true;
  if (/^ (?:is|was) the (?:only |first |last )?(?:one|person) (?:who|that)\b/.test(after))
    return true;
  return (
    join !== undefined &&
    place !== undefined &&
    /^(?:from|on|in|at)$/.test(join.plain) &&
    follows(join) &&
    follows(place) &&
    ((workplaces.has(place.plain) && !/^(?:in|at)$/.test(join.plain)) ||
      (place.plain === "the" && workplaces.has(words[at + 3]?.plain ?? "")))
  );
}
