import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import type { NotASeries } from "#core/chart/ChartReading.ts";
import { directionSchema } from "#core/measure/Measuring.ts";

/** More points than anybody logs by hand; more would make a chart unreadable and the page slow. */
export const mostPoints = 100_000;

/** Larger numbers would add up to infinity long before they meant anything. */
const largest = 1e150;
const valueSchema = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-largest, "The number is too large to work with"),
  v.maxValue(largest, "The number is too large to work with"),
);

/** The choices of domain.md section 4, "XmR", point 7. */
export const optionsSchema = v.object({
  improvementDirection: v.optional(directionSchema, "increase"),
  screenOutliers: v.optional(v.boolean(), true),
  /** Mean and limits of each segment from its first n points; null uses them all. */
  fixAfterNPoints: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(12))), null),
  /** Zero-based indexes at which a new segment starts. */
  rebaseAtIndexes: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), []),
  target: v.optional(v.nullable(valueSchema), null),
});
export type ChartOptions = Readonly<v.InferOutput<typeof optionsSchema>>;

/** Values in date order and what to make of them. */
export const seriesSchema = v.object({
  values: v.pipe(v.array(valueSchema), v.minLength(1), v.maxLength(mostPoints)),
  options: v.optional(optionsSchema, {}),
});
export type Series = Readonly<v.InferOutput<typeof seriesSchema>>;

/** Reads a series as written by hand, file or form. Gaps, text and infinite values are refused with their place. */
export function readSeries(given: unknown): Result<Series, NotASeries> {
  const parsed = v.safeParse(seriesSchema, given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return err({ type: "NotASeries", where: v.getDotPath(issue) ?? "", why: issue.message });
  }
  const { values, options } = parsed.output;
  const outside = options.rebaseAtIndexes.find((index) => index >= values.length);
  return outside === undefined
    ? ok(parsed.output)
    : err({
        type: "NotASeries",
        where: "options.rebaseAtIndexes",
        why: `there is no point ${outside}`,
      });
}
