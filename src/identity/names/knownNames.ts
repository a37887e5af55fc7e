import { nameSets } from "../nameSets.ts";
import { eponyms, neverNames, roleNouns, thingsAfter } from "../notNames.ts";
import type { Word } from "./Word.ts";

const partsOf = (word: Word) => word.plain.split(/[-‑]/);

/** How first names are formed from parts: Punjabi (Sukhvir, Manpreet), Arabic (Abdulrahman), Yoruba (Oluwaseyi). */
const formedFirst =
  /^(?:(?:sukh|raj|bal|har|gur|jas|man|kul|par|sat|nav|aman|dil|ran|jag|kam|kamal|kar|kir|tar|sim|rup|bhu|dal|gag|lakh|prabh|sand|mand|pard|char|amar|ama?r)(?:preet|inder|jinder|winder|vinder|minder|jit|jeet|deep|vir|veer|want|bir|meet|leen|neet|pal|jot)|abd(?:ul|ur|al|el|us|ou)-?[a-z]{3,}|oluwa[a-z]{3,}|chukwu[a-z]{2,}|[a-z]{3,}chukwu)$/;
/** Chinese given names of two syllables in Pinyin or as in Hong Kong: Jiahui, Siu-Ling. */
const formedPinyin =
  /^(?:xiao|xiu|xin|xue|xia|zhi|zhen|zhong|zhao|jia|jian|jing|jun|qiu|qing|yue|yan|ying|yong|yu|li|ling|mei|wei|wen|hui|hong|hua|hai|guo|feng|fang|bao|chun|ming|min|shu|siu|tian|ting|rui|rong|lan|lin|lei|wai|ka|kwok|chi|yuk|sau|suk)-?(?:hua|hui|wei|wen|ling|lin|mei|ming|min|ying|yan|yun|jun|jie|jing|jia|hong|hao|xin|xiu|xia|feng|fang|ping|qing|rong|rui|ting|tao|tian|yang|yue|zhen|zhi|bin|chen|cheng|dong|guang|hai|lan|lei|long|liang|shan|sheng|xiang|yong|yuan|yee|wah|keung|kwan|fong|chun|kit|hang|lam|man|fai|wing|yin|ying)$/;
/** How surnames are formed: Polish, Ukrainian, Romanian, Greek, Turkish, Georgian, Armenian, Sinhala, Tamil. */
const formedLast =
  /^[a-z]{3,}(?:(?:[dlnrwz]|rs|ws|ns|ls)ki|[dlnrwz]ska|[eiy]cki|[eiy]cka|wicz|czyk|czak|enko|chuk|escu|oglu|idis|opoulos|shvili|singhe|wardena|wardene|ratne|aratna|moorthy|swamy|lingam|rajah|nathan)$/;

/** A first name that the lists hold, or one formed like it. */
export const isFirst = (word: Word): boolean =>
  word.plain.length > 1 &&
  (nameSets.first.has(word.plain) ||
    formedFirst.test(word.plain) ||
    (formedPinyin.test(word.plain) && !isWord(word)) ||
    (/[-‑]/.test(word.plain) && partsOf(word).every((part) => nameSets.first.has(part))));

/** A surname that the lists hold, or one formed like it. */
export const isLast = (word: Word): boolean =>
  nameSets.last.has(word.plain) ||
  (/^(?:o'|d'|mc|fitz|ab|ap)[a-z]{4,}$|^mac[a-z]{3,}$/.test(word.plain) && !isWord(word)) ||
  (formedLast.test(word.plain) && !isWord(word)) ||
  (word.plain.includes("-") && partsOf(word).some((part) => nameSets.last.has(part)));

/** A name that is a word of every day too. */
export const isEveryday = (word: Word): boolean => nameSets.everyday.has(word.plain);

/** Never a person's name, however it is written. */
export const isNever = (word: Word): boolean =>
  /^(?:i|you|we|they|he|she|it|that|there|who|what)'(?:m|ve|d|ll|re)$/.test(word.plain) ||
  neverNames.has(word.plain) ||
  thingsAfter.has(word.plain) ||
  (word.plain.endsWith("s") && roleNouns.has(word.plain.slice(0, -1)));

/** The name of a disease, score or device, after somebody long gone. */
export const isEponym = (word: Word): boolean =>
  eponyms.has(word.plain) ||
  (word.plain.includes("-") && partsOf(word).every((part) => eponyms.has(part)));

/** Endings that a word of the list may have, and what stands there without it. */
const endings = [
  ["s", ""],
  ["ed", ""],
  ["ed", "e"],
  ["er", ""],
  ["er", "e"],
  ["or", ""],
  ["or", "e"],
  ["ly", ""],
  ["ing", ""],
  ["ing", "e"],
  ["ion", "e"],
  ["ions", "e"],
] as const;

/** An English word that no list has as a name: "educator", "covered". */
export function isWord({ plain }: Word): boolean {
  if (nameSets.words.has(plain)) return true;
  return endings.some(
    ([ending, instead]) =>
      plain.endsWith(ending) &&
      nameSets.words.has(plain.slice(0, plain.length - ending.length) + instead),
  );
}

/** "Haematology", "Housekeeping": departments and things rather than names that no list has. */
export const isSubject = (word: Word): boolean =>
  /(?:ology|ics|iatry|therapy|surgery|ment|tion|ship|ity|ness|ing|graphy|care)$/.test(word.plain);

/** Drugs are written like names; their endings tell them apart. */
export const isDrug = (word: Word): boolean =>
  /(?:cillin|mycin|oxacin|azole|pril|olol|sartan|statin|pine|zepam|zolam|done|phine|codeine|parin|xaban|tidine|prazole|formin|gliptin|gliflozin|mab|nib|vir|caine|sone|lone|barb|triptan|setron|amide|semide|thiazide|morph|tran|zine|azine|idone|apine|alin|profen|fenac|coxib|dronate|oxin|darone|mide|tide|ide)$/.test(
    word.plain,
  );

/** Up to two capitals that stand for a name. */
export const isInitial = (word: Word | undefined): word is Word =>
  word !== undefined &&
  /^\p{Lu}{1,2}$/u.test(word.text) &&
  ![
    "I",
    "GP",
    "IV",
    "OT",
    "IT",
    "HR",
    "PT",
    "ED",
    "PO",
    "IM",
    "SC",
    "PR",
    "AE",
    "RN",
    "RM",
    "SN",
    "SW",
    "NA",
    "OD",
    "BD",
    "AF",
    "MI",
  ].includes(word.text);

/** "van", "de", "al": what stands between the names of one person. */
export const particles: ReadonlySet<string> = new Set(
  "de da di del della dos van von der den bin ibn al el la le ap ab ter abu st o y".split(" "),
);
