import { jsonEntry } from "./jsonEntry.ts";
import { nestsDeeperThan } from "./nestsDeeperThan.ts";
import { isJsonObject, parseJson } from "./parseJson.ts";
import type { Reading } from "./Reading.ts";

/** The lines of a text one after the other, without ever splitting it whole. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf("\n", start);
    yield text.slice(start, end === -1 ? text.length : end);
    if (end === -1) return;
    start = end + 1;
  }
}

/** Reads `{"text", "at"?, "tags"?, "feeling"?}`, one a line; a bad line is skipped and told, the rest goes on. */
export function readJsonLines(file: string, text: string, into: Reading): void {
  let line = 0;
  for (const written of linesOf(text)) {
    line += 1;
    if (written.trim() === "") continue;
    const place = { file, unit: "line", position: line } as const;
    if (nestsDeeperThan(written, into.limits.nesting)) {
      into.skipped.add("too-deep", place);
      continue;
    }
    const parsed = parseJson(written);
    if (!parsed.ok) {
      into.skipped.add("not-json", place);
      continue;
    }
    const entry = isJsonObject(parsed.value) ? jsonEntry(parsed.value, place) : null;
    if (entry === null) into.skipped.add("not-an-entry", place);
    else into.sieve.add(entry.raw);
  }
}
