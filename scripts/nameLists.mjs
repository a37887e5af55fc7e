#!/usr/bin/env node
// Writes src/identity/nameLists.ts: first names and surnames heard in the United Kingdom, of many origins,
// and those of them that are also everyday words; and src/identity/wordList.ts: words that are no names. Sources: the person lists of @faker-js/faker (MIT) for
// languages of the UK and of its larger communities, and the name lists of @zxcvbn-ts/language-en (MIT).
// faker is needed by this script alone, so it is not a dependency: npm pack @faker-js/faker@10.6.0, unpack
// it, then node scripts/nameLists.mjs path/to/package
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const from = process.argv[2];
if (from === undefined) {
  console.error("Where is faker? node scripts/nameLists.mjs path/to/package");
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
const { allLocales } = await import(pathToFileURL(resolve(from, "dist/index.js")).href);
const { dictionary } = createRequire(import.meta.url)("@zxcvbn-ts/language-en");

const locales =
  "en en_GB en_IE en_AU en_CA en_IN en_NG en_GH en_ZA en_HK af_ZA yo_NG zu_ZA pl ro it es pt_PT pt_BR fr de nl tr cs_CZ sk hu hr sv nb_NO da fi lv vi id_ID sr_RS_latin cy".split(
    " ",
  );
const surnamesOfZxcvbn = 9000;
/** So many of the most used words; beyond, names of people and places are too many among them. */
const wordsOfZxcvbn = 15_000;

const plain = (name) =>
  String(name)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/Ł/g, "L")
    .toLowerCase()
    .replace(/’/g, "'");
const add = (into, names) => {
  for (const name of names ?? []) {
    for (const part of plain(name).split(/[\s-]+/)) if (/^[a-z']{2,20}$/.test(part)) into.add(part);
  }
};
const listsOf = (given) => (Array.isArray(given) ? given : Object.values(given ?? {}).flat());

const first = new Set();
const last = new Set();
for (const locale of locales) {
  const person = allLocales[locale]?.person;
  if (person === undefined) continue;
  add(first, listsOf(person.first_name));
  add(
    last,
    listsOf(person.last_name).filter((name) => typeof name === "string"),
  );
}
add(first, dictionary["firstnames-en"]);
add(last, dictionary["lastnames-en"].slice(0, surnamesOfZxcvbn));

const words = new Set();
for (const list of Object.values(allLocales.en.word ?? {})) add(words, listsOf(list));
// Names that are among the thousand most spoken or written words, when neither list knows them as a name
// first and foremost, are everyday words too.
add(words, dictionary["commonWords-en"].slice(0, 700));
const everyday = [...new Set([...first, ...last])].filter((name) => words.has(name));

const lineOf = (names) => [...names].sort().join(" ");
const lists = [lineOf(first), lineOf(last), lineOf(everyday)];
const hash = createHash("sha256").update(lists.join("\n")).digest("hex");
writeFileSync(
  new URL("../src/identity/nameLists.ts", import.meta.url),
  `// Made by scripts/nameLists.mjs from @faker-js/faker ${version} (MIT) and @zxcvbn-ts/language-en (MIT);
// not edited by hand. SHA-256 of the three lists joined by line feeds:
// ${hash}

/** First names in lower case without accents, sorted, apart by spaces. */
export const firstNameList =
  "${lists[0]}";

/** Surnames in the same form. */
export const surnameList =
  "${lists[1]}";

/** Those of both that are everyday words as well. */
export const everydayNameList =
  "${lists[2]}";
`,
);
const names = new Set([...first, ...last]);
const plainWords = new Set();
for (const list of Object.values(allLocales.en.word ?? {}))
  for (const word of listsOf(list)) if (/^[a-z]{3,}$/.test(word)) plainWords.add(word);
for (const word of dictionary["commonWords-en"].slice(0, wordsOfZxcvbn))
  if (/^[a-z]{3,}$/.test(word) && !names.has(word)) plainWords.add(word);
// "walks", "walked", "walking" follow from "walk": what an ending leaves is looked up as well.
const isInflected = (word) =>
  (/s$/.test(word) && plainWords.has(word.slice(0, -1))) ||
  (/(?:ed|ly|er)$/.test(word) && plainWords.has(word.slice(0, -2))) ||
  (/ed$/.test(word) && plainWords.has(word.slice(0, -1))) ||
  (/ing$/.test(word) &&
    (plainWords.has(word.slice(0, -3)) || plainWords.has(`${word.slice(0, -3)}e`)));
const wordLine = [...plainWords]
  .filter((word) => !isInflected(word))
  .sort()
  .join(" ");
writeFileSync(
  new URL("../src/identity/wordList.ts", import.meta.url),
  `// Made by scripts/nameLists.mjs from @faker-js/faker ${version} (MIT) and @zxcvbn-ts/language-en (MIT);
// not edited by hand. SHA-256 of the list:
// ${createHash("sha256").update(wordLine).digest("hex")}

/** Words that are no names, in lower case, without regular endings, sorted, apart by spaces. */
export const wordList =
  "${wordLine}";
`,
);
console.log(`${wordLine.split(" ").length} words that are no names`);
console.log(`${first.size} first names, ${last.size} surnames, ${everyday.length} also words`);
