import type { MemberId } from "./identifiers.ts";

/** So much of a name is kept and shown, in characters as people count them: a list stays readable. */
export const longestName = 80;

/** Shows nothing, or turns other text around; joiners are kept, which some scripts need. */
const unseen = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
const piledMarks = /(\p{M}{3})\p{M}+/gu;
const showsSomething = /[\p{L}\p{N}\p{P}\p{S}]/u;
const characters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** A name that anybody may have typed, as it can stand on a page; empty where it would show nothing. */
export function cleanName(name: string): string {
  // Cut before anything is looked at: a name may be as long as a record.
  const said = name.slice(0, 20 * longestName).toWellFormed();
  const plain = said.replace(/\s+/gu, " ").replace(unseen, "").replace(piledMarks, "$1").trim();
  if (!showsSomething.test(plain)) return "";
  return Array.from(characters.segment(plain), ({ segment }) => segment)
    .slice(0, longestName)
    .join("")
    .trim();
}

/** Letters and digits that are taken for others at a glance, in lower case. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: "a", α: "a", в: "b", β: "b", ԁ: "d", е: "e", ε: "e", һ: "h", н: "h", і: "i", ι: "i" },
  ...{ ı: "i", l: "i", "1": "i", ӏ: "i", ј: "j", к: "k", κ: "k", м: "m", ո: "n", о: "o", ο: "o" },
  ...{ "0": "o", р: "p", ρ: "p", ѕ: "s", т: "t", τ: "t", υ: "u", ѵ: "v", ν: "v", ԝ: "w" },
  ...{ х: "x", χ: "x", у: "y", с: "c" },
};

/** What is left of a name at a glance: names that leave the same may be taken for each other. */
function glance(name: string): string {
  // "Ann (2)" is not to pass for a name that is told apart here.
  const own = name
    .replace(/(?:\s*\(\p{N}+\))+$/u, "")
    .normalize("NFKD")
    .toLowerCase();
  const bare = own.replace(/[^\p{L}\p{N}\p{M}]|[\u0300-\u036f]/gu, "");
  return Array.from(bare || own, (letter) => lookAlikes[letter] ?? letter).join("");
}

/** Whether two names may be taken for each other. */
export const lookAlike = (one: string, other: string): boolean =>
  one !== "" && other !== "" && glance(one) === glance(other);

/**
 * What each of a team's members is called, told apart: anybody may call themselves what they like, so
 * names that look alike are numbered, in the order in which facilitators let people in.
 */
export function tellApart(
  members: readonly { readonly id: MemberId; readonly name: string }[],
): ReadonlyMap<MemberId, string> {
  return new Map(
    members.map(({ id, name }, at) => {
      if (!members.some((other) => other.id !== id && lookAlike(name, other.name)))
        return [id, name];
      const before = members.slice(0, at).filter((other) => lookAlike(name, other.name));
      return [id, `${name} (${before.length + 1})`];
    }),
  );
}
