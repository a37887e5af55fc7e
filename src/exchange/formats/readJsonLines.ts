import { writtenLines } from "#exchange/text/writtenLines.ts";
import { jsonEntry } from "./jsonEntry.ts";
import { jsonShape } from "./jsonShape.ts";
import { isJsonObject, parseJson } from "./parseJson.ts";
import type { Reading } from "./Reading.ts";

/** Reads `{"text", "at"?, "tags"?, "feeling"?}`, one a line; a bad line is skipped and told, the rest goes on. */
export function readJsonLines(file: string, text: string, into: Reading): void {
  for (const { number, text: written } of writtenLines(text)) {
    if (written.trim() === "") continue;
    const place = { file, unit: "line", position: number } as const;
    if (jsonShape(written, into.limits) !== "fine") {
      into.sieve.skip("too-deep", place);
      continue;
    }
    const parsed = parseJson(written);
    if (!parsed.ok) {
      into.sieve.skip("not-json", place);
      continue;
    }
    const entry = isJsonObject(parsed.value) ? jsonEntry(parsed.value, place) : null;
    if (entry === null) into.sieve.skip("not-an-entry", place);
    else into.sieve.add(entry.raw);
  }
}
