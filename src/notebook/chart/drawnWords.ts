import type { ChartReading } from "#core/chart/ChartReading.ts";
import * as m from "#messages";
import type { DrawnWords } from "./DrawingOrder.ts";
import { dayText } from "./dayText.ts";
import { numberText } from "./numberText.ts";
import { causeText } from "./pointWords.ts";
import { workedOut } from "./workedOut.ts";

/** The words inside a drawing, in the language of the moment. */
export function drawnWords(reading: ChartReading): DrawnWords {
  const { kind } = reading;
  const worked = workedOut(reading);
  return {
    tick: numberText.tick,
    day: dayText.short,
    year: dayText.year,
    centre: (value) =>
      kind === "run"
        ? m.charts_line_median({ value: worked(value) })
        : m.charts_line_centre({ value: worked(value) }),
    upper: (value) => m.charts_line_upper({ value: worked(value) }),
    lower: (value) => m.charts_line_lower({ value: worked(value) }),
    target: (value) => m.charts_line_target({ value: numberText.value(value) }),
    signal: causeText,
  };
}
