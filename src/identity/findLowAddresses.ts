import type { Finding } from "#core/identity/IdentityMark.ts";
import { lives } from "./addressParts.ts";
import { beforeInSentence } from "./before.ts";
import { matchesOf } from "./matchesOf.ts";

/** Words that stand between a figure and a road without naming it: "20 mins down the road". */
const noName =
  "(?!(?:minutes?|mins?|hours?|hrs?|miles?|yards?|metres?|km|days?|weeks?|people|patients?|pts?|nurses?|staff|cars?|visits?|steps?|the|a|an|of|in|on|at|to|up|down|by|from|near|and|or|for|with|off|over|per|each|more|other|different|busy|main|beds?|mg|ml|one|two|times?|year|years|yr|old|x|new|long|side|street|road)\\b)";
const name = `(?:${noName}[a-z][a-z'’-]{1,14} )`;
/** A road in small letters that is hardly anything else. */
const road = new RegExp(
  `(?<![\\p{L}\\d./-]|\\b(?:bed|bay|room|rm|ward|chair|cot) )\\d{1,4}[a-z]?,? ${name}{1,2}(?:road|rd|street|avenue|ave|crescent|terrace|gardens|grove|lane|mews|parade|promenade|esplanade)(?![\\p{L}\\d])`,
  "giu",
);
/** A road in small letters that is a word of every day too. */
const otherRoad = new RegExp(
  `(?<![\\p{L}\\d./-])\\d{1,4}[a-z]? ${name}{1,2}(?:close|drive|court|place|square|way|hill|row|st|walk|view|park|green)(?![\\p{L}\\d])`,
  "gu",
);
const flat =
  /(?<![\p{L}\d])(?:flat|apartment|apt) \d{1,3}[a-z]?,? (?:\d{1,4}[a-z]?,? )?(?:[a-z'’-]{2,14} ){1,3}(?:house|court|heights|tower|point|mansions|lodge|road|rd|street|st|lane|avenue|ave|close|terrace|drive|gardens|place|way|walk|view|crescent|grove|square|row|hill|park|parade|mews)(?:,? (?:[a-z'’-]{2,14} ){1,2}(?:road|rd|street|st|lane|avenue|close|terrace|drive|gardens))?(?![\p{L}\d])/giu;

/** Addresses in small letters: "22 coronation road", "flat 7 lister house, vallance road". */
export function findLowAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  const keep = (match: RegExpExecArray) =>
    found.push({
      kind: "ADDRESS",
      start: match.index,
      end: match.index + match[0].length,
      why: "street",
    });
  for (const pattern of [road, flat]) for (const match of matchesOf(pattern, text)) keep(match);
  for (const match of matchesOf(otherRoad, text))
    if (lives.test(beforeInSentence(text, match.index, 40))) keep(match);
  return found;
}
