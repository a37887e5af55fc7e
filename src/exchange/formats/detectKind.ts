import Papa from "papaparse";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import { writtenLines } from "#exchange/text/writtenLines.ts";
import { jsonShape } from "./jsonShape.ts";
import { isJsonObject, parseJson } from "./parseJson.ts";

/** A text's format, with its value where finding out meant parsing it. */
export type DetectedKind =
  | { readonly type: "json"; readonly value: unknown }
  | { readonly type: "json-lines" | "csv" | "markdown" }
  /** Called or begun like JSON, but broken, nested deeper or made of more values than anything a journal holds. */
  | { readonly type: "broken-json" | "too-deep" | "too-many" };

type Shape = Pick<ImportLimits, "nesting" | "values">;

const jsonName = /\.(?:json|jsonl|ndjson)$/i;
const tableName = /\.(?:csv|tsv)$/i;
const textName = /\.(?:md|markdown|mdown|txt)$/i;

/** Lines looked at to tell JSON Lines from broken JSON. */
const looked = 50;

/** Whether at least half of the first lines are JSON objects of their own. */
function hasJsonLines(text: string, limits: Shape): boolean {
  let lines = 0;
  let objects = 0;
  for (const { text: line } of writtenLines(text)) {
    if (line.trim() === "") continue;
    lines += 1;
    if (isJsonObjectText(line, limits)) objects += 1;
    if (lines === looked) break;
  }
  return objects > 0 && objects >= lines / 2;
}

function isJsonObjectText(line: string, limits: Shape): boolean {
  if (!line.trimStart().startsWith("{") || jsonShape(line, limits) !== "fine") return false;
  const parsed = parseJson(line);
  return parsed.ok && isJsonObject(parsed.value);
}

/** Whether the first rows have the same two or more columns, at least one of them named as in a journal. */
function looksLikeTable(text: string): boolean {
  const { data } = Papa.parse<string[]>(text.slice(0, 64 * 1024), { preview: 10 });
  const [header] = data;
  if (header === undefined || header.length < 2) return false;
  const rows = data.slice(1).filter((row) => row.length > 1 || row[0] !== "");
  const known = header.some((cell) =>
    /^\s*(?:date|when|at|time|text|note|notes|entry|body|comment|title)\s*$/i.test(cell),
  );
  return known && rows.length > 0 && rows.filter((row) => row.length === header.length).length > 0;
}

/** What a text is, by its content; its name decides only between what the content leaves open. */
export function detectKind(name: string, text: string, limits: Shape): DetectedKind {
  const start = text.slice(0, 4096).trimStart();
  const opensJson = /^[[{]/.test(start);
  if (opensJson || jsonName.test(name)) {
    const shape = jsonShape(text, limits);
    const whole = shape === "fine" ? parseJson(text) : null;
    if (whole?.ok) return { type: "json", value: whole.value };
    if (hasJsonLines(text, limits)) return { type: "json-lines" };
    const isOther = tableName.test(name) || textName.test(name);
    if (!isOther && (opensJson || !looksLikeTable(text)))
      return { type: shape === "fine" ? "broken-json" : shape };
  }
  if (tableName.test(name)) return { type: "csv" };
  if (textName.test(name) || /^(?:---|#{1,6} )/.test(start)) return { type: "markdown" };
  return { type: looksLikeTable(text) ? "csv" : "markdown" };
}
