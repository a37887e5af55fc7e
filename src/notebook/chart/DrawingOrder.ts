import type { Finding } from "#core/chart/ChartReading.ts";
import type { Day } from "#core/measure/Day.ts";

/** The words that stand in the drawing. */
export interface DrawnWords {
  /** A tick of the value axis; `step` says how many decimals it needs. */
  readonly tick: (value: number, step: number) => string;
  readonly day: (day: Day) => string;
  readonly year: (day: Day) => string;
  /** Such as "Average 142", for the end of a line. */
  readonly centre: (value: number) => string;
  readonly upper: (value: number) => string;
  readonly lower: (value: number) => string;
  readonly target: (value: number) => string;
  /** Such as "shift". */
  readonly signal: (cause: Extract<Finding, { type: "signal" }>["cause"]) => string;
}

/** How a chart is to be drawn. Measures are CSS pixels. */
export interface DrawingOrder {
  readonly width: number;
  readonly em: number;
  /** Days of changes, in the order of their numbers from 1. */
  readonly changes: readonly Day[];
  readonly showNear: boolean;
  readonly words: DrawnWords;
}
