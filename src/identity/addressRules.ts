import {
  dwelling,
  houseNumber,
  lives,
  nextLine,
  partOfBuilding,
  place,
  plainSuffix,
  suffix,
  town,
  welshRoad,
  wordOf,
} from "./addressParts.ts";
import { nameSets } from "./nameSets.ts";

/** Not after another figure, nor as the number of a bed: "Bed 5 Heather Hill". */
const start = "(?<![\\p{L}\\d.]|\\b(?:[Bb]ed|[Bb]ay|[Rr]oom|[Rr]m|[Cc]hair|[Cc]ot|[Ww]ard) )";
const whole = "(?![\\p{L}\\d])";
const line = "(?:,? ?\\n|,? )";
const care =
  "(?:(?:The )?(?:[A-Z][\\p{L}'’-]{1,24} ){1,3}(?:Nursing Home|Care Home|Residential Home|Hostel|Almshouses|Care Centre), )";
const home = `(?:The [A-Z][\\p{L}]{2,20}, ?)?(?:(?:${dwelling}|${partOfBuilding})${line}(?:${wordOf}(?: ${wordOf}){0,3}${line})?|${care}|(?:${wordOf} ){1,3}(?:House|Court|Lodge|Heights|Tower|Point|Mansions|Cottage|Villas?), ?)`;
const roadName = `(?:(?:The|St\\.?|${wordOf}) (?:${wordOf} ){0,2}${suffix}|(?:Heol|Ffordd|Lôn|Lon|Stryd|Rhodfa|Clos|Maes|Llys|Cwrt|Parc|Rhiw|Tan|Bryn|Cae)(?:-| )(?:[yY]r?(?:-| ))?${wordOf}|The (?!Ward|Team|Unit|Trust|Patient|Doctor|Nurse)[A-Z][\\p{L}'’-]{3,24}|[A-Z][a-z]{2,12}(?:gate|wynd|croft))`;
const street = new RegExp(
  `${start}${home}?${houseNumber},? ${roadName}(?: (?:North|South|East|West))?${whole}${town}`,
  "gu",
);
/** "Flat 12, Hafod House, Tudor Street": a dwelling is enough, whatever its building is called. */
const inBuilding = new RegExp(
  `${start}${dwelling}${line}${place}${town}|${start}${partOfBuilding}, (?:${place}, ){0,2}(?:${wordOf} ){1,3}${plainSuffix}${whole}${town}`,
  "gu",
);
/** "Bryn Awel, Lôn Cae Glas, Llanrug": a Welsh road needs no number to be one. */
const welsh = new RegExp(
  `(?<![\\p{L}\\d])(?:${wordOf}(?: ${wordOf}){0,2}, )?${welshRoad}${whole}${town}`,
  "gu",
);
const houseName = new RegExp(
  `(?<![\\p{L}\\d])(?:${care}|(?:The )?(?:${wordOf} ){0,2}(?:Cottage|Farm|Farmhouse|House|Lodge|Villa|Bungalow|Barn),?)(?: ${wordOf}){1,3} ${plainSuffix}${whole}${town}`,
  "gu",
);
/** "Pen-y-Bont Farm, Trefeglwys": what only a home is called, and the place it is in. */
const ruralHouse = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:The )?(?:${wordOf} ){1,2}(?:Cottages?|Farm|Farmhouse|Barn|Bungalow|Croft|Steadings?|Manse|Rectory|Vicarage|Forge|Smithy|Stables)|(?:T[yŷ]|Tyddyn|Plas|Cefn|Hafod|Llwyn|Nant|Pant)(?:[ -][yY]r?)?[ -][A-Z][\\p{L}'’-]{1,24}|The (?:Cottage|Farm|Farmhouse|Barn|Bungalow|Croft|Steading|Manse|Rectory|Vicarage|Forge|Smithy|Stables)), ${place}${town}`,
  "gu",
);
/** "The Dower House, Long Melford": other houses by name, where somebody lives. */
const namedHouse = new RegExp(
  `(?<![\\p{L}\\d])(?:The )?(?:${wordOf} ){1,2}(?:House|Lodge|Hall|Manor|Grange|Mill|Villa|Court), ${place}${town}`,
  "gu",
);
const plainStreet = new RegExp(
  `(?<![\\p{L}\\d])(?:${wordOf} ){1,3}(?:Road|Street|Lane|Avenue|Drive|Close|Crescent|Terrace|Gardens|Grove)${whole}${town}`,
  "gu",
);
/** A house without the word for a road, where somebody lives: "3 Ashgrove, BS6 6LR". */
const plainHouse = new RegExp(
  `${start}\\d{1,4}[A-Za-z]? (?:The )?[A-Z][\\p{L}'’-]{3,24}(?: [A-Z][\\p{L}'’-]{3,24})?(?=[,.;)]|$)${town}`,
  "gmu",
);
/** "The Old Forge, Church Lane, Ludlow": a house by its own name only, where an address is due. */
const ownName = new RegExp(
  `(?<![\\p{L}\\d])(?:The )?${wordOf}(?: ${wordOf}){0,2}, ${wordOf}(?: ${wordOf}){0,1} ${plainSuffix}${whole}${town}`,
  "gu",
);
/** "Greystones, Kirkby Malzeard, near Ripon": places alone, where somebody lives or a postcode ends them. */
const places = new RegExp(
  `(?<![\\p{L}\\d])(?:The )?${place}${nextLine}${place}${town}(?=(,? ?\\n?[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?![\\p{L}\\d]))?)`,
  "gu",
);
const noHouse =
  /(?:Ward|Bay|Bed|Unit|Hospital|Patient|Nurse|Day|Week|Hour|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b/;

/** Words after which a place is where somebody lives, without a house number or a road. */
const livesAt =
  /\b(?:liv(?:es?|ed|ing)|resid(?:es?|ing)|stay(?:s|ing)) (?:with (?:\w{1,12} ){1,2})?at[ :]*$|\baddress(?: (?:is|was|given|as|now)){0,3}[ :]*$/;
const given = /\b(?:at|address(?: \w{1,8})?|to|from|gave)[ :]*$/;

const postcodeNext = /^,? ?\n?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z])/;

/** A way an address is written. */
interface AddressRule {
  readonly pattern: RegExp;
  /** A word without which it never matches: looked for first, since most texts hold no address. */
  readonly needs: RegExp;
  readonly why: "street" | "house-name";
  /** What else must hold of the words before, in small letters, and of the match. */
  readonly holds?: (before: string, match: RegExpExecArray) => boolean;
}

/** The ways addresses are written, the surest first. */
export const addressRules: readonly AddressRule[] = [
  {
    pattern: street,
    needs:
      /\d [A-Z]|\d, ?[A-Z]|\d[A-Za-z],? [A-Z]|(?:ne|wo|ree|ur|ve|x|en|ht|ty|lve)(?:-\w+)? [A-Z]/,
    why: "street",
  },
  {
    pattern: inBuilding,
    needs:
      /[Ff]lat|[Aa]partment|[Aa]pt|Caravan|Chalet|caravan|chalet|Plot|Lot|[Mm]aisonette|[Bb]edsit|Box|Unit|Room|House|Studio|Block|Suite|Floor/,
    why: "street",
  },
  {
    pattern: houseName,
    needs: /Home|Hostel|Almshouses|Care Centre|Cottage|Farm|House|Lodge|Villa|Bungalow|Barn/,
    why: "house-name",
  },
  { pattern: welsh, needs: /Heol|Ffordd|Lôn|Stryd|Rhodfa|Clos|Maes|Llys|Cwrt|Rhiw/, why: "street" },
  {
    pattern: ruralHouse,
    needs:
      /Cottage|Farm|Barn|Bungalow|Croft|Steading|Manse|Rectory|Vicarage|Forge|Smithy|Stables|T[yŷ]|Plas|Cefn|Hafod|Llwyn|Nant|Pant/,
    why: "house-name",
  },
  {
    pattern: namedHouse,
    needs: /House|Lodge|Hall|Manor|Grange|Mill|Villa|Court/,
    why: "house-name",
    holds: (before) => lives.test(before),
  },
  {
    pattern: plainStreet,
    needs: /Road|Street|Lane|Avenue|Drive|Close|Crescent|Terrace|Gardens|Grove/,
    why: "street",
    holds: (before) => lives.test(before),
  },
  {
    pattern: plainHouse,
    needs: /\d[A-Za-z]? [A-Z]/,
    why: "street",
    holds: (before, [said]) => !noHouse.test(said) && lives.test(before),
  },
  {
    pattern: ownName,
    needs: /, [A-Z]/,
    why: "house-name",
    holds: (before, { 0: said, index, input }) =>
      given.test(before) ||
      postcodeNext.test(input.slice(index + said.length, index + said.length + 12)),
  },
  {
    pattern: places,
    needs: /,\s?[A-Z]|\n[A-Z]|, ?n/,
    why: "house-name",
    holds: (before, [said, postcode]) =>
      !noHouse.test(said) &&
      !isPerson(said) &&
      (livesAt.test(before) ||
        (lives.test(before) && (postcode !== undefined || /, ?n(?:ea)?r\b/i.test(said)))),
  },
];

/** "Anna Lund, Leeds" lives there; she is no place. */
const isPerson = (said: string) => {
  const [first = "", last = ""] = said.toLowerCase().split(/[ ,\n]/);
  return nameSets.first.has(first) && nameSets.last.has(last);
};
