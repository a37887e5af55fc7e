import type { Finding } from "#core/identity/IdentityMark.ts";
import { beforeInSentence } from "./before.ts";

const suffix =
  "(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Cl|Crescent|Cres|Terrace|Place|Gardens|Gdns|Grove|Park|Row|Hill|Square|Sq|Walk|Mews|View|Rise|Green|Parade|Way|Court|Ct|Gate|Wynd|Brae|Vale|Meadows?|Fields?|Croft|Bank|Wharf|Quay|Path|Mount|Chase|Circus|Loan|Broadway|Side|End|Hey|Embankment|Common|Drove|Yard|Passage|Villas|Cottages|Heights|Buildings|Estate|Esplanade|Promenade)";
const wordOf = "[A-Z][\\p{L}'’-]{0,24}\\.?";
const town =
  "(?:, ?(?:[A-Z][\\p{L}'’-]{1,24})(?:[ -](?:upon|on|in|under|le|the|of|by|next|super)[ -](?:the[ -])?[A-Z][\\p{L}'’-]{1,24}|[ -][A-Z][a-z]{2,24}){0,2}(?![\\p{L}\\d])){0,2}";
const number = "\\d{1,4}[A-Za-z]?(?:[-–/]\\d{1,4})?";
const home = `(?:The [A-Z][\\p{L}]{2,20}, ?)?(?:(?:Flat|Apartment|Apt|Unit|Room) ?\\d{0,3}[A-Za-z]?(?: (?=\\d))?,? ?(?:${wordOf} (?:House|Court|Lodge|Heights|Tower|Point|Mansions), ?)?)`;
const street = new RegExp(
  `(?<![\\p{L}\\d.])${home}?${number},? (?:(?:The|St\\.?|${wordOf}) (?:${wordOf} ){0,2}${suffix}|(?:Heol|Ffordd|Lon|Stryd|Rhodfa|Clos|Maes) (?:[yY] )?${wordOf})(?: (?:North|South|East|West))?(?![\\p{L}\\d])${town}`,
  "gu",
);
const houseName = new RegExp(
  `(?<![\\p{L}\\d])(?:The )?(?:${wordOf} ){0,2}(?:Cottage|Farm|Farmhouse|House|Lodge|Villa|Bungalow|Barn|Flat \\d{1,3}[A-Za-z]?),(?: ${wordOf}){1,3} ${suffix}(?![\\p{L}\\d])${town}`,
  "gu",
);
const plainStreet = new RegExp(
  `(?<![\\p{L}\\d])(?:${wordOf} ){1,3}(?:Road|Street|Lane|Avenue|Drive|Close|Crescent|Terrace|Gardens|Grove)(?![\\p{L}\\d])${town}`,
  "gu",
);
/** A house without the word for a road, where somebody lives: "3 Ashgrove, BS6 6LR". */
const plainHouse = new RegExp(
  `(?<![\\p{L}\\d.])\\d{1,4}[A-Za-z]? (?:The )?[A-Z][\\p{L}'’-]{3,24}(?: [A-Z][\\p{L}'’-]{3,24})?(?=[,.;)]|$)${town}`,
  "gmu",
);
/** "The Old Forge, Church Lane, Ludlow": a house by its own name only, where an address is due. */
const ownName = new RegExp(
  `(?<![\\p{L}\\d])(?:The )?${wordOf}(?: ${wordOf}){0,2}, ${wordOf}(?: ${wordOf}){0,1} (?:Road|Rd|Street|Lane|Avenue|Drive|Close|Crescent|Terrace|Gardens|Grove|Hill)(?![\\p{L}\\d])${town}`,
  "gu",
);
const noHouse =
  /(?:Ward|Bay|Bed|Unit|Hospital|Patient|Nurse|Day|Week|Hour|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b/;
const low =
  /(?<![\p{L}\d.])\d{1,4}[a-z]? [a-z]{3,14} (?:road|street|avenue|lane|crescent|close|terrace|drive)(?![\p{L}\d])/gu;
const lives =
  /\b(?:liv(?:es?|ed|ing)|keysafe|discharged|sent|taxi|address(?: \w{1,8}){0,2}|home|house|flat|resides?|moved|registered|delivered|visit(?:ed)?|found|collapsed|lodging)(?: (?:is|was|given|at|on|in|to|of|just|off|as|a|her|his|their|with|him)){0,3}[ :]*$/;

const organisation =
  /(?:Hospital|Infirmary|Surgery|Clinic|Ward|Health Centre|Practice|School|Unit)\b/;

/** Where somebody lives: house number and street, house by name, a street or house after "lives at". */
export function findAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  const keep = (start: number, whole: string, why: "street" | "house-name") =>
    found.push({
      kind: "ADDRESS",
      start,
      end: start + whole.length,
      why,
    });
  const isPublic = (start: number, whole: string) =>
    organisation.test(whole) ||
    /^ (?:Hospital|Surgery|Clinic|Medical|Health|Practice|ward|Ward|Centre)/.test(
      text.slice(start + whole.length, start + whole.length + 12),
    );
  for (const match of text.matchAll(street))
    if (!isPublic(match.index, match[0])) keep(match.index, match[0], "street");
  for (const match of text.matchAll(houseName))
    if (!isPublic(match.index, match[0])) keep(match.index, match[0], "house-name");
  for (const match of text.matchAll(plainStreet))
    if (!isPublic(match.index, match[0]) && lives.test(beforeInSentence(text, match.index, 40)))
      keep(match.index, match[0], "street");
  for (const match of text.matchAll(plainHouse))
    if (
      !noHouse.test(match[0]) &&
      !isPublic(match.index, match[0]) &&
      lives.test(beforeInSentence(text, match.index, 40))
    )
      keep(match.index, match[0], "street");
  for (const match of text.matchAll(ownName))
    if (
      !isPublic(match.index, match[0]) &&
      /\b(?:at|address(?: \w{1,8})?|to|from)[ :]*$/.test(beforeInSentence(text, match.index, 40))
    )
      keep(match.index, match[0], "house-name");
  for (const match of text.matchAll(low))
    if (lives.test(beforeInSentence(text, match.index, 40))) keep(match.index, match[0], "street");
  return found;
}
