import type { CsvChoices, CsvTable } from "#core/exchange/Importing.ts";
import { readDate } from "#exchange/fields/readDate.ts";
import type { Rows } from "./parseTable.ts";
import type { Reading } from "./Reading.ts";

const cell = (row: readonly string[], column: number | null): string =>
  column === null ? "" : (row[column] ?? "");

/** Reads the rows of a table as entries, the chosen columns put together as their words. */
export function readTable(file: string, rows: Rows, choices: CsvChoices, into: Reading): void {
  rows.forEach((row, index) => {
    if (index === 0 && choices.hasHeader) return;
    into.sieve.add({
      place: { file, unit: "row", position: index + 1 },
      text: choices.words
        .map((column) => cell(row, column).trim())
        .filter((text) => text !== "")
        .join("\n\n"),
      date: readDate(cell(row, choices.date), choices.dayOrder),
      feeling: cell(row, choices.feeling),
      tags: cell(row, choices.tags),
      setting: cell(row, choices.setting),
      roles: [],
      forAppraisal: false,
    });
  });
}

/** Columns offered for choice. */
const offered = 60;

/** The table as shown for choosing columns: names or numbers, and what stands in the first rows. */
export function describeTable(file: string, rows: Rows, choices: CsvChoices): CsvTable {
  const body = rows.slice(choices.hasHeader ? 1 : 0);
  const first = body.slice(0, 3);
  const width = Math.min(offered, Math.max(0, ...rows.slice(0, 200).map((row) => row.length)));
  return {
    file,
    rows: body.length,
    choices,
    columns: Array.from({ length: width }, (_, index) => ({
      name: choices.hasHeader ? (rows[0]?.[index] ?? "").trim().slice(0, 60).toWellFormed() : "",
      samples: first.map((row) => (row[index] ?? "").trim().slice(0, 80).toWellFormed()),
    })),
  };
}
