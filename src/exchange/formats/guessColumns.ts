import type { CsvChoices } from "#core/exchange/Importing.ts";
import { guessDayOrder } from "#exchange/fields/guessDayOrder.ts";
import { readDate } from "#exchange/fields/readDate.ts";
import type { Rows } from "./parseTable.ts";

const names = {
  date: /^(?:date|at|when|time|timestamp|day|created|created[ _]?at|creation[ _]?date|happened)\b/i,
  words:
    /^(?:title|text|note|notes|entry|body|content|comment|comments|reflection|description|what happened|words|observation)\b/i,
  tags: /^(?:tags?|labels?|keywords?|categor(?:y|ies))\b/i,
  feeling: /^(?:feeling|went|sentiment|good or bad)\b/i,
  setting: /^(?:setting|place|location|ward|where)\b/i,
} as const;

/** Rows looked at for a guess. */
const looked = 200;

const column = (rows: Rows, index: number): string[] => rows.map((row) => row[index] ?? "");

/** How many of these cells are dates. */
const dates = (cells: readonly string[]): number =>
  cells.filter((cell) => readDate(cell, "day-first").type === "date").length;

/** Whether the first row names the columns: some name is known, or no cell of it is a date or long. */
function hasHeader(rows: Rows): boolean {
  const [first = [], second] = rows;
  if (first.some((cell) => Object.values(names).some((name) => name.test(cell.trim()))))
    return true;
  return second !== undefined && dates(first) === 0 && dates(second) > 0;
}

/** The column with the longest cells. */
function longest(rows: Rows, width: number, not: number | null): number {
  let best = 0;
  let most = -1;
  for (let index = 0; index < width; index += 1) {
    if (index === not) continue;
    const length = column(rows, index).reduce((sum, cell) => sum + cell.length, 0);
    if (length > most) [best, most] = [index, length];
  }
  return best;
}

/** Which column probably holds what, by the names in the first row and else by what stands in them. */
export function guessColumns(rows: Rows): CsvChoices {
  const header = hasHeader(rows);
  const sample = rows.slice(header ? 1 : 0, looked);
  const width = Math.max(0, ...rows.slice(0, looked).map((row) => row.length));
  const titles = header ? (rows[0] ?? []).map((cell) => cell.trim()) : [];
  const named = (name: RegExp): number | null => {
    const found = titles.findIndex((title) => name.test(title));
    return found === -1 ? null : found;
  };
  const dated = Array.from({ length: width }, (_, index) => dates(column(sample, index)));
  const most = Math.max(0, ...dated);
  const date = named(names.date) ?? (most > sample.length / 2 ? dated.indexOf(most) : null);
  const wordy = titles.flatMap((title, index) =>
    index !== date && names.words.test(title) ? [index] : [],
  );
  return {
    hasHeader: header,
    words: wordy.length > 0 ? wordy : width > 0 ? [longest(sample, width, date)] : [],
    date,
    dayOrder: date === null ? "day-first" : guessDayOrder(column(rows, date)),
    tags: named(names.tags),
    feeling: named(names.feeling),
    setting: named(names.setting),
  };
}
