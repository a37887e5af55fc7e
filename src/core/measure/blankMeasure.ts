import type { Measure } from "./Measuring.ts";

/** A measure with nothing but a name; which way is better is the person's to say. */
export const blankMeasure = (id: string, name: string): Measure => ({
  id,
  name,
  unit: "",
  better: "neutral",
  chart: "auto",
  target: null,
  fixFirst: null,
  screening: true,
});
