import Papa from "papaparse";
import { nestsDeeperThan } from "./nestsDeeperThan.ts";
import { isJsonObject, parseJson } from "./parseJson.ts";

/** A text's format, with its value where finding out meant parsing it. */
export type DetectedKind =
  | { readonly type: "json"; readonly value: unknown }
  | { readonly type: "json-lines" | "csv" | "markdown" }
  /** Called or begun like JSON, but broken, or nested deeper than anything a journal holds. */
  | { readonly type: "broken-json" | "too-deep" };

const jsonName = /\.(?:json|jsonl|ndjson)$/i;
const tableName = /\.(?:csv|tsv)$/i;
const textName = /\.(?:md|markdown|mdown|txt)$/i;

/** Whether at least half of the first lines are JSON objects of their own. */
function hasJsonLines(text: string, nesting: number): boolean {
  const lines = text
    .slice(0, 256 * 1024)
    .split("\n", 50)
    .filter((line) => line.trim() !== "");
  const objects = lines.filter((line) => {
    if (!line.trim().startsWith("{") || nestsDeeperThan(line, nesting)) return false;
    const parsed = parseJson(line);
    return parsed.ok && isJsonObject(parsed.value);
  });
  return objects.length > 0 && objects.length >= lines.length / 2;
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
export function detectKind(name: string, text: string, nesting: number): DetectedKind {
  const start = text.slice(0, 4096).trimStart();
  const opensJson = /^[[{]/.test(start);
  if (opensJson || jsonName.test(name)) {
    const isDeep = nestsDeeperThan(text, nesting);
    const whole = isDeep ? null : parseJson(text);
    if (whole?.ok) return { type: "json", value: whole.value };
    if (hasJsonLines(text, nesting)) return { type: "json-lines" };
    const isOther = tableName.test(name) || textName.test(name);
    if (!isOther && (opensJson || !looksLikeTable(text)))
      return { type: isDeep ? "too-deep" : "broken-json" };
  }
  if (tableName.test(name)) return { type: "csv" };
  if (textName.test(name) || /^(?:---|#{1,6} )/.test(start)) return { type: "markdown" };
  return { type: looksLikeTable(text) ? "csv" : "markdown" };
}
