import Papa from "papaparse";
import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal } from "#core/exchange/Importing.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import { tableShape } from "./tableShape.ts";

/** A CSV or TSV file as rows of cells, empty rows left out. */
export type Rows = readonly (readonly string[])[];

/**
 * Cells as they stand, nothing evaluated. Refused when a quoted cell never ends, since everything
 * after the quote would be swallowed, and when there are more rows than an import may bring.
 */
export function parseTable(text: string, limits: ImportLimits): Result<Rows, Refusal> {
  const unfit = tableShape(text, limits);
  if (unfit) return err(unfit);
  const rows: string[][] = [];
  let refusal: Refusal | null = null;
  let started = 0;
  Papa.parse<string[]>(text, {
    skipEmptyLines: "greedy",
    // The fast mode splits the whole text into lines before the first row is looked at.
    fastMode: false,
    step: ({ data, errors }, parser) => {
      started += 1;
      if (errors.some((error) => error.code === "MissingQuotes"))
        refusal = { type: "Damaged", what: "csv", line: started };
      else if (rows.length > limits.entries)
        refusal = { type: "TooManyEntries", limit: limits.entries };
      else if (data.length > limits.columns) refusal = { type: "TooManyParts" };
      if (refusal) parser.abort();
      else rows.push(data);
    },
  });
  return refusal ? err(refusal) : ok(rows);
}
