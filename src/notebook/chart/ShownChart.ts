import type { ChartReading } from "#core/chart/ChartReading.ts";
import type { Day } from "#core/measure/Day.ts";

/** A reading with the words a person gave it: all that a screen, a table or a file shows of a measure. */
export interface ShownChart {
  readonly name: string;
  readonly unit: string;
  readonly reading: ChartReading;
  /** In date order; the drawing numbers them from 1. */
  readonly changes: readonly {
    readonly id: string;
    readonly on: Day;
    readonly what: string;
    readonly restarts: boolean;
  }[];
}
