import type { SourceKind } from "#core/exchange/Importing.ts";
import { isDayOneEntry, jsonEntry } from "./jsonEntry.ts";
import { isJsonObject, ownValue } from "./parseJson.ts";
import type { Reading } from "./Reading.ts";

/** The list of entries in a parsed file: its `entries`, the file itself, or the one entry that it is. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return [value];
  const entries = ownValue(value, ["entries"]);
  return Array.isArray(entries) ? entries : [value];
}

/** Reads Day One's `Journal.json` or a list of entries much like it; answers which of them it was. */
export function readJson(file: string, value: unknown, into: Reading): SourceKind {
  let isDayOne = false;
  listOf(value).forEach((item, index) => {
    const place = { file, unit: "item", position: index + 1 } as const;
    const entry = isJsonObject(item) ? jsonEntry(item, place) : null;
    if (isJsonObject(item) && isDayOneEntry(item)) isDayOne = true;
    if (entry === null)
      into.sieve.skip(
        isJsonObject(item) && isDayOneEntry(item) ? "no-words" : "not-an-entry",
        place,
      );
    else {
      into.sieve.add(entry.raw);
      if (entry.hadPictures) into.notes.add("pictures-left", place);
    }
  });
  return isDayOne ? "day-one" : "json";
}
