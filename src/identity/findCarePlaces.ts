import type { Finding } from "#core/identity/IdentityMark.ts";

const carePlace =
  /(?<![\p{L}\d])(?:(?:St\.?|[A-Z][\p{L}'’-]{0,24}\.?) ){1,4}(?:Hospital|Infirmary|Hospice|Surgery|Medical Centre|Health Centre|Medical Practice|Nursing Home|Care Home|Residential Home)(?: of [A-Z][\p{L}]+)?(?![\p{L}\d])/gu;
const knownHospital =
  /(?<![\p{L}\d])(?:Addenbrooke['’]?s|Royal Papworth|Papworth|Barts|Guy['’]s and St Thomas['’]|St Thomas['’](?!s)|Alder Hey|Great Ormond Street|Royal Free|Royal Marsden|Southmead|Derriford|Wythenshawe|Frimley Park|Stepping Hill|John Radcliffe|Queen Alexandra|Pinderfields|Jimmy['’]s)(?![\p{L}\d])(?! Street)/gu;
/** Words before a place that are no part of its name, or that make it a kind of place. */
const noPartOfName =
  /^(?:(?:The|A|An|At|In|On|To|From|Our|My|Her|His|Their|When|After|Before|Then|And|But|Via|Day|General|Minor|Emergency|Oral|Plastic|Cardiac|Community|Cottage|Private|Local|District|Acute|Teaching|Main|Elective|Vascular|Major|Each|Every|No|This|That|Mental|Primary|Virtual)\.? )+/u;

/** Hospitals, hospices, practices and care homes by name; wards are left alone. */
export function findCarePlaces(text: string): Finding[] {
  const found: Finding[] = [];
  const keep = (start: number, end: number) =>
    found.push({ kind: "CARE_PLACE", start, end, why: "named-place-of-care" });
  for (const match of text.matchAll(carePlace)) {
    const extra = noPartOfName.exec(match[0])?.[0].length ?? 0;
    if (match[0].slice(extra).includes(" "))
      keep(match.index + extra, match.index + match[0].length);
  }
  for (const match of text.matchAll(knownHospital))
    keep(match.index, match.index + match[0].length);
  return found;
}
