import type { Measure, Measuring, PracticeChange } from "#core/measure/Measuring.ts";
import { group, text, value } from "./plainShapes.ts";
import type { Shape } from "./Shape.ts";

const measure = {
  id: value,
  name: text,
  unit: text,
  better: value,
  chart: value,
  target: value,
  fixFirst: value,
  screening: value,
} satisfies Record<keyof Measure, Shape>;

const practiceChange = {
  id: value,
  on: value,
  what: text,
  restarts: value,
} satisfies Record<keyof PracticeChange, Shape>;

/** How what a proposal measures merges: numbers added apart all stay, of two corrections of one number one wins. */
export const measuring = group<keyof Measuring>({
  measures: { type: "items", keyBy: "id", fields: measure },
  points: { type: "atoms", keyBy: ["id"] },
  changes: { type: "items", keyBy: "id", fields: practiceChange },
});
