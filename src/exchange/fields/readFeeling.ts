import type { Feeling } from "#core/entry/Entry.ts";

const wentWell = new Set(["went-well", "good", "positive", "well", "helped", "+", "👍", "1"]);
const gotInTheWay = new Set(["got-in-the-way", "bad", "negative", "hindered", "-", "👎", "-1"]);
const neither = new Set(["", "neither", "neutral", "none", "0"]);

/** Went well, got in the way or neither; null where what a file says is none of these. */
export function readFeeling(value: unknown): Feeling | null {
  if (value === null || value === undefined) return "neither";
  if (typeof value !== "string" && typeof value !== "number") return null;
  const word = String(value)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  if (wentWell.has(word)) return "went-well";
  if (gotInTheWay.has(word)) return "got-in-the-way";
  return neither.has(word) ? "neither" : null;
}
