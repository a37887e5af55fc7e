import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every form in which a browser might write text. */
const formsOf = (word: string): readonly Buffer[] => {
  const utf8 = Buffer.from(word, "utf8");
  return [
    utf8,
    Buffer.from(word, "utf16le"),
    Buffer.from(utf8.toString("hex"), "latin1"),
    Buffer.from(encodeURIComponent(word), "latin1"),
  ];
};

/** The files below `folder` whose bytes hold `word` in UTF-8, UTF-16, hexadecimal or percent encoding. */
export function filesHolding(folder: string, word: string): readonly string[] {
  const forms = formsOf(word);
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) found.push(...filesHolding(path, word));
    else if (stat?.isFile()) {
      const bytes = readFileSync(path);
      if (forms.some((form) => bytes.includes(form))) found.push(path);
    }
  }
  return found;
}
