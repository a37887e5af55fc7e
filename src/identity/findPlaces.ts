import type { Finding } from "#core/identity/IdentityMark.ts";
import { findAddresses } from "./findAddresses.ts";
import { findCarePlaces } from "./findCarePlaces.ts";

const areas = new Set(
  "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE".split(
    " ",
  ),
);
const postcode =
  /(?<![\w£$])([A-Za-z]{1,2})(\d[A-Za-z\d]?)([ \u00a0]{0,2})(\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![\w])/g;

/** Postcodes, email addresses, streets and houses, beds and bays, named places of care. */
export function findPlaces(text: string): Finding[] {
  return [
    ...findEmails(text),
    ...findPostcodes(text),
    ...findAddresses(text),
    ...findBeds(text),
    ...findCarePlaces(text),
  ];
}

function findPostcodes(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(postcode)) {
    const [whole, area = "", district = "", space = "", inward = ""] = match;
    if (!areas.has(area.toUpperCase())) continue;
    const small = inward === inward.toLowerCase();
    if (small && area.length + district.length < 4 && /^\d(?:st|nd|rd|th|hr)$/.test(inward))
      continue;
    if (small !== (area === area.toLowerCase()) && space === "") continue;
    if (small && /^[A-Z]/.test(area) && area !== area.toUpperCase()) continue;
    if (/^\d[a-z]$/i.test(district) && area.length + district.length > 4) continue;
    found.push({
      kind: "POSTCODE",
      start: match.index,
      end: match.index + whole.length,
      why: "postcode",
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
    });
  }
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
  }));
}
