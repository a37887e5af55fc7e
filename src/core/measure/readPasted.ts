import type { Day } from "./Day.ts";
import { type NotAValue, readValue } from "./readValue.ts";
import { type DayOrder, orderNumbers, readWrittenDay } from "./readWrittenDay.ts";

/** A line that says no point, and the first thing that is wrong with it. `number` counts from 1. */
export interface LeftOutLine {
  readonly number: number;
  /** Its first 40 characters. */
  readonly text: string;
  readonly why: "no-date" | "no-value" | Exclude<NotAValue, "empty"> | "too-many";
}

/** What was read from pasted lines. */
export interface Pasted {
  readonly points: readonly { readonly on: Day; readonly value: number }[];
  readonly leftOut: readonly LeftOutLine[];
  readonly order: DayOrder;
}

/** The two cells of a line, by tab, semicolon or bar, else the parts that read as a day and the rest. */
function cellsOf(line: string, order: DayOrder): readonly [string, string] {
  for (const mark of ["\t", ";", "|"]) {
    if (!line.includes(mark)) continue;
    const [first = "", second = ""] = line.split(mark).map(bareCell);
    return [first, second];
  }
  if (readWrittenDay(bareCell(line), order) !== null) return [bareCell(line), ""];
  // Commas and blanks also stand inside dates and numbers, so each is tried: the longest day wins.
  let found: readonly [string, string] | null = null;
  for (const match of line.slice(0, 200).matchAll(/[,\s]\s*/g)) {
    const left = bareCell(line.slice(0, match.index));
    const right = bareCell(line.slice(match.index + match[0].length));
    if (readWrittenDay(left, order) === null) continue;
    if (found === null || readValue(right).ok) found = [left, right];
  }
  return found ?? [bareCell(line), ""];
}

const bareCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .trim();

/** Month first only where every date allows it and some date allows nothing else. */
function guessOrder(lines: readonly string[]): DayOrder {
  let hasMonthFirst = false;
  for (const line of lines) {
    const pair =
      orderNumbers(cellsOf(line, "day-first")[0]) ?? orderNumbers(line.split(/[\s,;|]/)[0] ?? "");
    if (pair === null) continue;
    if (pair[0] > 12) return "day-first";
    if (pair[1] > 12) hasMonthFirst = true;
  }
  return hasMonthFirst ? "month-first" : "day-first";
}

/** What is wrong with a line; with nothing wrong, that there are enough points already. */
function why(on: Day | null, value: ReturnType<typeof readValue>): LeftOutLine["why"] {
  if (on === null) return "no-date";
  if (value.ok) return "too-many";
  return value.error === "empty" ? "no-value" : value.error;
}

/**
 * Two columns as they come from a spreadsheet: a date and a number on each line, parted by a tab,
 * comma, semicolon, bar or blanks. A first line of headings is passed over; every other line that is
 * not understood is told with its number. At most `most` points are taken.
 */
export function readPasted(text: string, most: number): Pasted {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/u);
  const order = guessOrder(lines.slice(0, most));
  const points: { on: Day; value: number }[] = [];
  const leftOut: LeftOutLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [first, second] = cellsOf(line, order);
    const on = readWrittenDay(first, order);
    const value = readValue(second);
    const isHeading = points.length + leftOut.length === 0 && on === null && !/\d/.test(line);
    if (isHeading) continue;
    if (on !== null && value.ok && points.length < most) points.push({ on, value: value.value });
    else leftOut.push({ number: index + 1, text: line.trim().slice(0, 40), why: why(on, value) });
  }
  return { points, leftOut, order };
}
