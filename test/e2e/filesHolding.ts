import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Fewer bytes than this, and a few letters of base64 would be found in any file by chance. */
const fewestBytes = 8;

/** The letters of base64 that a word alone decides, for each of the three ways it may stand among other bytes. */
const base64Forms = (utf8: Buffer): readonly Buffer[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8]).toString("base64");
    // The first and last letters may also hold bits of what stands beside the word.
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + utf8.length) * 8) / 6);
    return Buffer.from(text.slice(from, to), "latin1");
  });

/** Every form in which a browser might write text of eight bytes or more. */
export const formsOf = (word: string): readonly Buffer[] => {
  const utf8 = Buffer.from(word, "utf8");
  if (utf8.length < fewestBytes) throw new Error(`${word} is too short to be told from chance`);
  return [
    ...base64Forms(utf8),
    utf8,
    Buffer.from(word, "utf16le"),
    Buffer.from(utf8.toString("hex"), "latin1"),
    Buffer.from(encodeURIComponent(word), "latin1"),
  ];
};

/** Each of `words` with each file below `folder` whose bytes hold it in UTF-8, UTF-16, hexadecimal, base64 or percent encoding. */
export function wordsInFiles(
  folder: string,
  words: readonly string[],
): readonly { readonly word: string; readonly file: string }[] {
  const forms = [...new Set(words)].map((word) => ({ word, forms: formsOf(word) }));
  const found: { readonly word: string; readonly file: string }[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = readFileSync(file);
    for (const each of forms)
      if (each.forms.some((form) => bytes.includes(form))) found.push({ word: each.word, file });
  }
  return found;
}

/** The files below `folder` that hold `word`. */
export const filesHolding = (folder: string, word: string): readonly string[] =>
  wordsInFiles(folder, [word]).map(({ file }) => file);
