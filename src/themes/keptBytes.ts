import { utf8 } from "@scure/base";
import type { Corpus, Kept } from "./corpus.ts";
import type { Worths } from "./worths.ts";

/**
 * The format and the reading behind it. It changes whenever words, stems, concepts or the layout do,
 * so that what was kept under another one is made anew.
 */
const format = "themes 4";

/** Entries in a segment: few enough that storing one change is quick. */
export const segmentSize = 64;

/**
 * One segment as bytes: JSON of the format, the table of terms (key, form, key, form …) and for each
 * entry its id, time, pairs of place in the table and count, and what its reminders were worth, or null.
 */
export function segmentBytes(entries: readonly Kept[], corpus: Corpus, worths: Worths): Uint8Array {
  const places = new Map<string, number>();
  const table: string[] = [];
  const rows = entries.map(({ id, at, terms, counts, forms }) => [
    id,
    at,
    terms.flatMap((term, index) => {
      const key = corpus.keyOf(term);
      const form = forms[index] ?? "";
      const known = places.get(`${key}\n${form}`) ?? table.length / 2;
      if (known === table.length / 2) {
        places.set(`${key}\n${form}`, known);
        table.push(key, form);
      }
      return [known, counts[index] ?? 1];
    }),
    worths.of(id),
  ]);
  return utf8.decode(JSON.stringify([format, table, rows]));
}

/** An entry of a segment, its terms as places in the table. */
interface Row {
  readonly id: string;
  readonly at: number;
  readonly pairs: readonly number[];
  readonly worth: number | null;
}

/** Reads a segment into the corpus and what was remembered, and returns the ids that it holds; null, and nothing read, where it is damaged or of another format. */
export function readSegment(
  bytes: Uint8Array,
  corpus: Corpus,
  worths: Worths,
): readonly string[] | null {
  const parts = parsed(bytes);
  if (parts === null) return null;
  const { table, rows } = parts;
  const numbers = table.map((key, index) => (index % 2 === 0 ? corpus.number(key) : -1));
  for (const { id, at, pairs, worth } of rows) {
    const terms: number[] = [];
    const counts: number[] = [];
    const forms: string[] = [];
    for (let index = 0; index < pairs.length; index += 2) {
      const place = (pairs[index] ?? 0) * 2;
      terms.push(numbers[place] ?? -1);
      forms.push(table[place + 1] ?? "");
      counts.push(pairs[index + 1] ?? 1);
    }
    corpus.put({ id, at, terms, counts, forms });
    if (worth !== null) worths.remember({ id, at, worth });
  }
  return rows.map((row) => row.id);
}

function parsed(
  bytes: Uint8Array,
): { readonly table: readonly string[]; readonly rows: readonly Row[] } | null {
  try {
    const json: unknown = JSON.parse(utf8.encode(bytes));
    if (!Array.isArray(json) || json[0] !== format) return null;
    const [, table, rows] = json as readonly unknown[];
    if (!isStrings(table) || table.length % 2 !== 0 || !Array.isArray(rows)) return null;
    const read = rows.map((row: unknown) => readRow(row, table.length / 2));
    return read.every((row) => row !== null) ? { table, rows: read } : null;
  } catch {
    return null;
  }
}

const isStrings = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((each) => typeof each === "string");

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

function readRow(row: unknown, places: number): Row | null {
  if (!Array.isArray(row)) return null;
  const [id, at, pairs, worth] = row as readonly unknown[];
  if (typeof id !== "string" || typeof at !== "number" || !Array.isArray(pairs)) return null;
  if (worth !== null && typeof worth !== "number") return null;
  const fits = pairs.every(
    (value: unknown, index) => isCount(value) && (index % 2 === 0 ? value < places : value > 0),
  );
  return fits && pairs.length % 2 === 0 ? { id, at, pairs, worth } : null;
}
