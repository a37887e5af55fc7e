import type { PointType, SpecialCause } from "#core/chart/ChartReading.ts";
import type { Direction } from "#core/measure/Measuring.ts";

/** What a special cause means where `better` is better (domain.md section 4, "XmR", point 5). */
export function pointType(cause: SpecialCause, better: Direction): PointType {
  if (cause.type === "none") return "common_cause";
  if (better === "neutral") {
    return cause.high ? "special_cause_neutral_high" : "special_cause_neutral_low";
  }
  return cause.high === (better === "increase")
    ? "special_cause_improvement"
    : "special_cause_concern";
}
