import * as v from "valibot";
import { daySchema } from "./Day.ts";

/** A number that stays itself when it is written down and read again: finite, and never minus nought. */
const numberSchema = v.pipe(
  v.number(),
  v.finite(),
  v.transform((value) => (value === 0 ? 0 : value)),
);

/** Which way is better; neutral where neither is, or where nobody wants to say. */
export const directionSchema = v.picklist(["increase", "decrease", "neutral"]);
export type Direction = v.InferOutput<typeof directionSchema>;

/** The chart a person asked for; `auto` leaves it to the number of points. */
export const chartKindSchema = v.picklist(["auto", "run", "xmr"]);
export type ChartKind = v.InferOutput<typeof chartKindSchema>;

/** Something counted or measured over time, and how its chart is to be drawn. `id` is random. */
export const measureSchema = v.object({
  id: v.string(),
  name: v.string(),
  unit: v.string(),
  better: directionSchema,
  chart: chartKindSchema,
  target: v.nullable(numberSchema),
  /** Centre and limits of each stretch from its first so many points; null uses them all. */
  fixFirst: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(12))),
  /** Leave single leaps out of how far apart points usually are (XmR screening). */
  screening: v.boolean(),
});
export type Measure = Readonly<v.InferOutput<typeof measureSchema>>;

/** One value of a measure. `id` is random; several points may share a day. */
export const measurePointSchema = v.object({
  id: v.string(),
  measure: v.string(),
  on: daySchema,
  value: numberSchema,
});
export type MeasurePoint = Readonly<v.InferOutput<typeof measurePointSchema>>;

/** Something that was done differently from a day on, shown on every chart of the proposal. */
export const practiceChangeSchema = v.object({
  id: v.string(),
  on: daySchema,
  what: v.string(),
  /** Work centre and limits out afresh from this day (a rebase). */
  restarts: v.boolean(),
});
export type PracticeChange = Readonly<v.InferOutput<typeof practiceChangeSchema>>;

/**
 * What a proposal carries of measures. Points and changes stand beside the measures, not inside
 * them, so that each merges as a thing of its own when two devices add to them apart.
 */
export const measuringSchema = v.object({
  measures: v.pipe(v.array(measureSchema), v.readonly()),
  points: v.pipe(v.array(measurePointSchema), v.readonly()),
  changes: v.pipe(v.array(practiceChangeSchema), v.readonly()),
});
export type Measuring = Readonly<v.InferOutput<typeof measuringSchema>>;

/** Nothing measured: what proposals from before there were charts have. */
export const nothingMeasured: Measuring = { measures: [], points: [], changes: [] };

/** Five years of a number a day. Each save writes what changed but reads them all; a longer series belongs in a spreadsheet. */
export const mostPointsKept = 2000;
