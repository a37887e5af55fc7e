/** Controls that no reader means to write; tabs and line ends are dealt with before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Marks with a meaning anywhere in a line, in CommonMark and in GitHub's flavour of it. */
const inline = /[\\`*_[\]<>&~|$]/g;
/** Marks with a meaning only where a line begins. */
const opening = /^(?:[#+\-=:]|\d{1,9}(?=[.)]))/;

/** One line, its own white space at both ends left out, with every mark that could be read as Markdown escaped. */
const escapeLine = (line: string): string => {
  const plain = line.replace(/\t/g, " ").replace(controls, "").trim().replace(inline, "\\$&");
  return plain.replace(opening, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
};

/**
 * A person's words as Markdown that shows exactly those words: nothing in them can become a heading,
 * list, link, picture, HTML, code, table or emphasis. Line ends are kept as hard breaks and blank
 * lines as paragraphs; `indent` stands before each line but the first, for text inside a list.
 */
export function escapeMarkdown(text: string, indent = ""): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map(escapeLine)
    .join("\n")
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split("\n").join(`\\\n${indent}`))
    .join(`\n\n${indent}`);
}

/** A person's words on one line, for a heading or a list item. */
export const escapeMarkdownLine = (text: string): string =>
  escapeLine(text.replace(/\s+/gu, " ")).replace(/#$/, "\\#");
