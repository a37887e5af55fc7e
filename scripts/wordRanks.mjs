#!/usr/bin/env node
// Writes src/themes/wordRanks.ts: stems of everyday English in order of how common they are, from the
// film-subtitle and Wikipedia word lists of @zxcvbn-ts/language-en (MIT). A stem ranks by the better of
// its two places, so that talk and prose both count; stems in only one of the lists are left out, which
// drops most names and oaths. Run it when that package is updated: npx tsx scripts/wordRanks.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { stemOf } from "../src/themes/stemOf.ts";
import { stopWords } from "../src/themes/stopWords.ts";

const { dictionary } = createRequire(import.meta.url)("@zxcvbn-ts/language-en");
const howMany = 2500;

const placesIn = (list) => {
  const places = new Map();
  for (const word of list) {
    const plain = String(word).toLowerCase();
    if (!/^[a-z]{3,}$/.test(plain) || stopWords.has(plain)) continue;
    const stem = stemOf(plain);
    if (!places.has(stem)) places.set(stem, places.size);
    if (places.size === 8000) break;
  }
  return places;
};

const talk = placesIn(dictionary["commonWords-en"]);
const prose = placesIn(dictionary["wikipedia-en"]);
const names = new Set(
  [...dictionary["firstnames-en"]].map((name) => stemOf(String(name).toLowerCase())),
);
const stems = [...talk.keys()]
  .filter(
    (stem) =>
      prose.has(stem) && !(names.has(stem) && prose.get(stem) > 300 && talk.get(stem) > 300),
  )
  .map((stem) => ({ stem, place: Math.min(talk.get(stem), prose.get(stem)) }))
  .sort((a, b) => a.place - b.place || (a.stem < b.stem ? -1 : 1))
  .slice(0, howMany)
  .map(({ stem }) => stem);

writeFileSync(
  new URL("../src/themes/wordRanks.ts", import.meta.url),
  `// Made by scripts/wordRanks.mjs from the word lists of @zxcvbn-ts/language-en (MIT); not edited by hand.
const ranked =
  "${stems.join(" ")}";

/** How common a stem is in everyday English: 0 for the most common; stems that are not in it are rare. */
export const wordRanks: ReadonlyMap<string, number> = new Map(
  ranked.split(" ").map((stem, rank) => [stem, rank]),
);
`,
);
console.log(`${stems.length} stems`);
