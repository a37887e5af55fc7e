import type { Measure, Measuring } from "#core/measure/Measuring.ts";

/** One measure on screen with all that its proposal measures, and the way to change it. */
export interface Measured {
  readonly measuring: Measuring;
  readonly measure: Measure;
  readonly change: (next: (measuring: Measuring) => Measuring) => void;
  /** A fresh random id. */
  readonly newId: () => string;
}
