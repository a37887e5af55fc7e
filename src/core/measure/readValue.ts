import { err, ok, type Result } from "#base/Result.ts";

/** Why what was typed is no value. */
export type NotAValue = "empty" | "not-a-number" | "too-large";

/** Larger than anything that is counted on a ward; it would only be a slip of the finger. */
export const largestValue = 1e12;

const thousands = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/;
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const decimalComma = /^[+-]?\d+,\d+$/;

/**
 * A number as people and spreadsheets write it: `1,234.5`, `1 234`, `−3`, `45%`, `£3.20`, `12,5`. A
 * comma before exactly three digits parts thousands, as in British writing; other commas are decimal.
 */
export function readValue(typed: string): Result<number, NotAValue> {
  const bare = typed
    .trim()
    .slice(0, 64)
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/^([+-]?)\s*[£€$]\s*/, "$1")
    .replace(/\s*%$/, "");
  if (bare === "") return err("empty");
  const digits = thousands.test(bare)
    ? bare.replace(/[, ]/g, "")
    : decimalComma.test(bare)
      ? bare.replace(",", ".")
      : bare;
  if (!plain.test(digits)) return err("not-a-number");
  const value = Number(digits);
  if (Math.abs(value) > largestValue) return err("too-large");
  return ok(value === 0 ? 0 : value);
}
