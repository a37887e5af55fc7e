import { beforeInSentence } from "./before.ts";
import type { Finding } from "./Finding.ts";

const areas = new Set(
  "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE".split(
    " ",
  ),
);
const postcode =
  /(?<![\w£$])([A-Za-z]{1,2})(\d[A-Za-z\d]?)([ \u00a0]{0,2})(\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![\w])/g;

const suffix =
  "(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Cl|Crescent|Cres|Terrace|Place|Gardens|Gdns|Grove|Park|Row|Hill|Square|Sq|Walk|Mews|View|Rise|Green|Parade|Way|Court|Ct|Gate|Wynd|Brae|Vale|Meadows?|Fields?|Croft|Bank|Wharf|Quay|Path|Mount|Chase|Circus|Loan|Broadway|Side|End|Hey|Embankment|Common|Drove|Yard|Passage|Villas|Cottages|Heights|Buildings|Estate|Esplanade|Promenade)";
const wordOf = "[A-Z][\\p{L}'’-]{0,24}\\.?";
const town =
  "(?:, ?(?:[A-Z][\\p{L}'’-]{1,24})(?:[ -](?:upon|on|in|under|le|the|of|by|next|super)[ -](?:the[ -])?[A-Z][\\p{L}'’-]{1,24}|[ -][A-Z][a-z]{2,24}){0,2}(?![\\p{L}\\d])){0,2}";
const number = "\\d{1,4}[A-Za-z]?(?:[-–/]\\d{1,4})?";
const home = `(?:(?:Flat|Apartment|Apt|Unit|Room) ?\\d{0,3}[A-Za-z]?(?: (?=\\d))?,? ?(?:${wordOf} (?:House|Court|Lodge|Heights|Tower|Point|Mansions), ?)?)`;
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
const low =
  /(?<![\p{L}\d.])\d{1,4}[a-z]? [a-z]{3,14} (?:road|street|avenue|lane|crescent|close|terrace|drive)(?![\p{L}\d])/gu;
const lives =
  /\b(?:liv(?:es?|ed|ing)|address(?: \w{1,8}){0,2}|home|house|flat|resides?|moved|registered|delivered|visit(?:ed)?|found|collapsed|lodging)(?: (?:is|was|given|at|on|in|to|of|just|off|as|a|her|his|their|with|him)){0,3}[ :]*$/;

/** Postcodes, email addresses, streets and houses, beds and bays. */
export function findPlaces(text: string): Finding[] {
  return [...findEmails(text), ...findPostcodes(text), ...findAddresses(text), ...findBeds(text)];
}

function findPostcodes(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(postcode)) {
    const [whole, area = "", district = "", space = "", inward = ""] = match;
    if (!areas.has(area.toUpperCase())) continue;
    const small = inward === inward.toLowerCase();
    if (small && /^(?:\dst|\dnd|\drd|\dth|\dhr)$/.test(inward)) continue;
    if (small !== (area === area.toLowerCase()) && space === "") continue;
    if (small && /^[A-Z]/.test(area) && area !== area.toUpperCase()) continue;
    if (/^\d[a-z]$/i.test(district) && area.length + district.length > 4) continue;
    found.push({
      kind: "POSTCODE",
      start: match.index,
      end: match.index + whole.length,
      why: "postcode",
      suggestion: { form: "area" },
    });
  }
  return found;
}

const emailBefore = /[A-Za-z0-9._%+'-]{1,64}$/;
const emailAfter = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/;

function findEmails(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const local = emailBefore
      .exec(text.slice(Math.max(0, at - 64), at))?.[0]
      .replace(/^[.'-]+/, "");
    const domain = emailAfter.exec(text.slice(at + 1, at + 255))?.[0];
    if (!local || domain === undefined || !/\.[A-Za-z]{2,24}$/.test(domain)) continue;
    found.push({
      kind: "EMAIL",
      start: at - local.length,
      end: at + 1 + domain.length,
      why: "email",
      suggestion: { form: "leave-out" },
    });
  }
  return found;
}

const organisation =
  /(?:Hospital|Infirmary|Surgery|Clinic|Ward|Health Centre|Practice|School|Unit)\b/;

function findAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  const keep = (start: number, whole: string, why: "street" | "house-name") =>
    found.push({
      kind: "ADDRESS",
      start,
      end: start + whole.length,
      why,
      suggestion: { form: "area" },
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
  for (const match of text.matchAll(low))
    if (lives.test(beforeInSentence(text, match.index, 40))) keep(match.index, match[0], "street");
  return found;
}

function findBeds(text: string): Finding[] {
  const pattern =
    /\b(?:[Bb]ed|[Bb]ay|[Ss]ide ?[Rr]oom|[Cc]ubicle|SR|[Tt]rolley|[Cc]hair)(?: (?:number|no\.?))? ?(?:\d{1,3}[A-Fa-f]?|[A-F](?=[\s,.;:)]|$))(?!\w)(?:,? [Bb]ed \d{1,3})?/g;
  return [...text.matchAll(pattern)].map((match) => ({
    kind: "BED",
    start: match.index,
    end: match.index + match[0].length,
    why: "bed-or-bay",
    suggestion: { form: "ward" },
  }));
}
