import { utf8 } from "@scure/base";
import type { GistTerm } from "./gist.ts";

/** An entry's gist as it is kept between sessions. */
export interface KeptGist {
  readonly id: string;
  readonly at: number;
  readonly gist: readonly GistTerm[];
}

/**
 * The format and the reading behind it. It changes whenever words, stems, concepts or the layout do,
 * so that what was kept under another one is made anew.
 */
const format = "themes 1";

/** Entries in a segment: few enough that storing one change is quick. */
export const segmentSize = 64;

/**
 * One segment as bytes: JSON of the format, the table of terms (key, form, key, form …) and for each
 * entry its id, time and pairs of place in the table and count.
 */
export function segmentBytes(entries: readonly KeptGist[]): Uint8Array {
  const places = new Map<string, number>();
  const table: string[] = [];
  const rows = entries.map(({ id, at, gist }) => [
    id,
    at,
    gist.flatMap(({ key, form, count }) => {
      const both = `${key}\n${form}`;
      const known = places.get(both);
      if (known !== undefined) return [known, count];
      places.set(both, table.length / 2);
      table.push(key, form);
      return [table.length / 2 - 1, count];
    }),
  ]);
  return utf8.decode(JSON.stringify([format, table, rows]));
}

/** Reads a segment; null where it is damaged or of another format. */
export function readSegment(bytes: Uint8Array): readonly KeptGist[] | null {
  try {
    const parsed: unknown = JSON.parse(utf8.encode(bytes));
    if (!Array.isArray(parsed) || parsed[0] !== format) return null;
    const [, table, rows] = parsed as readonly unknown[];
    if (!Array.isArray(table) || !Array.isArray(rows)) return null;
    if (!table.every((each) => typeof each === "string")) return null;
    const entries = rows.map((row: unknown) => readRow(row, table));
    return entries.every((entry) => entry !== null) ? entries : null;
  } catch {
    return null;
  }
}

function readRow(row: unknown, table: readonly string[]): KeptGist | null {
  if (!Array.isArray(row)) return null;
  const [id, at, pairs] = row as readonly unknown[];
  if (typeof id !== "string" || typeof at !== "number" || !Array.isArray(pairs)) return null;
  const gist: GistTerm[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const place: unknown = pairs[index];
    const count: unknown = pairs[index + 1];
    if (typeof place !== "number" || typeof count !== "number") return null;
    const key = table[place * 2];
    const form = table[place * 2 + 1];
    if (key === undefined || form === undefined) return null;
    gist.push({ key, form, count });
  }
  return { id, at, gist };
}
