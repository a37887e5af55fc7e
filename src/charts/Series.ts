import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";

/** More points than anybody logs by hand; more would make a chart unreadable and the page slow. */
export const mostPoints = 100_000;

/** Which way is better; neutral where neither is. */
export const directionSchema = v.picklist(["increase", "decrease", "neutral"]);
export type Direction = v.InferOutput<typeof directionSchema>;

/** The choices of domain.md section 4, "XmR", point 7. */
export const optionsSchema = v.object({
  improvementDirection: v.optional(directionSchema, "increase"),
  screenOutliers: v.optional(v.boolean(), true),
  /** Mean and limits of each segment from its first n points; null uses them all. */
  fixAfterNPoints: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(12))), null),
  /** Zero-based indexes at which a new segment starts. */
  rebaseAtIndexes: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), []),
  target: v.optional(v.nullable(v.pipe(v.number(), v.finite())), null),
});
export type ChartOptions = Readonly<v.InferOutput<typeof optionsSchema>>;

/** Values in date order and what to make of them. */
export const seriesSchema = v.object({
  values: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1), v.maxLength(mostPoints)),
  options: v.optional(optionsSchema, {}),
});
export type Series = Readonly<v.InferOutput<typeof seriesSchema>>;

/** What cannot be drawn, with the first thing that is wrong and where. */
export interface NotASeries {
  readonly type: "NotASeries";
  readonly where: string;
  readonly why: string;
}

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
