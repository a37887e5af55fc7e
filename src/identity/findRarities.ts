import type { Finding } from "#core/identity/IdentityMark.ts";

const nineties =
  "ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?";
const old = new RegExp(
  `(?<![\\d.])(?:(?:9\\d|1[01]\\d)(?:[ -]?(?:years?[ -]old|year[ -]olds?|yrs?(?:[ -]old)?|yo|y/o|y\\.o\\.?))|(?:${nineties})[ -]years?[ -]old)(?![\\p{L}\\d])`,
  "giu",
);
const aged = new RegExp(
  `(?<=\\b(?:aged?|turned|turning|is now|(?:her|his|their) age(?: is| was)?|(?:her|his|their))[ ])(?:(?:9\\d|1[01]\\d)(?!\\d|[%./:]|[ ]?(?:mg|ml|kg|mmol|per|bpm|beats|minutes|days|hours|systolic|over|percent|patients))|(?:${nineties}|nineties|hundred(?:th|s)))(?![\\p{L}\\d])`,
  "giu",
);
const rare =
  /\b(?:the (?:only|first|last|youngest|oldest) (?:[a-z-]{2,20} ){1,5}in (?:the |our |this )?(?:UK|country|county|region|trust|town|village|world|hospital|area|city|England|Scotland|Wales|Northern Ireland|Britain|Europe)|one of (?:only )?(?:a handful|two|three|four|five|\d{1,2}) (?:[a-z-]{2,20} ){1,4}in (?:the |our |this )?(?:UK|country|county|region|world|England|Scotland|Wales|Northern Ireland)|(?:was|been|were|story) (?:in|on) the (?:local )?(?:news|papers?|press|television)|well[- ]known (?:locally|in the (?:area|town|village)))\b/g;

/** Ages over 89, and words that hint that few people can be meant. */
export function findRarities(text: string): Finding[] {
  const found: Finding[] = [];
  for (const pattern of [old, aged])
    for (const match of text.matchAll(pattern))
      found.push({
        kind: "AGE",
        start: match.index,
        end: match.index + match[0].length,
        why: "age-over-89",
      });
  for (const match of text.matchAll(rare))
    found.push({
      kind: "COMBINATION",
      start: match.index,
      end: match.index + match[0].length,
      why: "rare-combination",
    });
  return found;
}
