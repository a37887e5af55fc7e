import type { ChartPoint, ChartReading, Finding, PointType } from "#core/chart/ChartReading.ts";
import * as m from "#messages";
import { dayText } from "./dayText.ts";
import { numberText } from "./numberText.ts";

/** A value with its unit, such as "142 minutes". */
export const withUnit = (value: string, unit: string): string =>
  unit.trim() === "" ? value : /^[%‰°]/u.test(unit.trim()) ? value + unit : `${value} ${unit}`;

/** What a point means for the aim, in words that stand beside its shape in the key. */
export function meaningText(meaning: PointType): string {
  switch (meaning) {
    case "common_cause":
      return m.charts_mark_usual();
    case "special_cause_improvement":
      return m.charts_mark_better();
    case "special_cause_concern":
      return m.charts_mark_worse();
    case "special_cause_neutral_high":
      return m.charts_mark_higher();
    case "special_cause_neutral_low":
      return m.charts_mark_lower();
  }
}

/** The short name of a signal, for the drawing. */
export function causeText(cause: Extract<Finding, { type: "signal" }>["cause"]): string {
  switch (cause) {
    case "outside":
      return m.charts_cause_outside();
    case "trend":
      return m.charts_cause_trend();
    case "shift":
      return m.charts_cause_shift();
    case "two-in-three":
      return m.charts_cause_two_in_three();
  }
}

/** What is special about a point, or null. */
export function specialText({ cause }: ChartPoint, kind: ChartReading["kind"]): string | null {
  switch (cause.type) {
    case "none":
      return null;
    case "outside":
      return m.charts_special_outside();
    case "trend":
      return cause.high ? m.charts_special_trend_rising() : m.charts_special_trend_falling();
    case "two-in-three":
      return cause.high
        ? m.charts_special_two_in_three_above()
        : m.charts_special_two_in_three_below();
    case "shift":
      if (kind === "run") {
        return cause.high
          ? m.charts_special_shift_above_median()
          : m.charts_special_shift_below_median();
      }
      return cause.high ? m.charts_special_shift_above() : m.charts_special_shift_below();
  }
}

/** A point read out: its day, its value, and what is special about it. */
export function pointText(point: ChartPoint, kind: ChartReading["kind"], unit: string): string {
  const special = specialText(point, kind);
  return [
    m.charts_read_point({
      on: dayText.whole(point.on),
      value: withUnit(numberText.value(point.value), unit),
    }),
    special === null ? m.charts_mark_usual() : `${meaningText(point.meaning)} (${special})`,
  ].join(". ");
}
