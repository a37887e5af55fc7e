import type { Refusal } from "#core/exchange/Importing.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";

const [tab, lineFeed, carriageReturn, quote, comma, semicolon, bar] = [9, 10, 13, 34, 44, 59, 124];

/** Prose has commas, too, so a line is let through with many more separators than there may be columns. */
const separatorsPerColumn = 100;
/** Lines that may be empty or nothing but separators, for each row that may be read. */
const linesPerRow = 4;

/** Quotation marks within quoted cells that are neither doubled nor at the end: the parser keeps a report of each. */
const strayQuotes = 10_000;

/** Whether a quotation mark ends its cell: nothing but blanks before the next separator, line or the end. */
function endsCell(text: string, quoteAt: number): boolean {
  let at = quoteAt + 1;
  while (text.charCodeAt(at) === 32) at += 1;
  const code = text.charCodeAt(at);
  return at >= text.length || isSeparator(code) || code === lineFeed || code === carriageReturn;
}

const isSeparator = (code: number): boolean =>
  code === comma || code === semicolon || code === tab || code === bar;

/**
 * Why a table should not be handed to the parser, which would hold all of it in memory: too many
 * lines, too many cells in one, or a cell so long that its quotation mark was surely left open.
 */
export function tableShape(
  text: string,
  limits: Pick<ImportLimits, "columns" | "entries" | "words">,
): Refusal | null {
  let lines = 1;
  let separators = 0;
  let opened = -1;
  let strays = 0;
  let isCellStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (opened >= 0) {
      if (at - opened > limits.words) return { type: "Damaged", what: "csv", line: lines };
      if (code !== quote) continue;
      if (text.charCodeAt(at + 1) === quote) at += 1;
      else if (endsCell(text, at)) opened = -1;
      else strays += 1;
      if (strays > strayQuotes) return { type: "Damaged", what: "csv", line: lines };
    } else if (code === quote && isCellStart) opened = at;
    else if (code === lineFeed || code === carriageReturn) {
      separators = 0;
      isCellStart = true;
      if (code === lineFeed) lines += 1;
      if (lines > limits.entries * linesPerRow)
        return { type: "TooManyEntries", limit: limits.entries };
    } else {
      isCellStart = isSeparator(code);
      if (isCellStart) separators += 1;
      if (separators > limits.columns * separatorsPerColumn) return { type: "TooManyParts" };
    }
  }
  return null;
}
