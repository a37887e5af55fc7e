import type { Caveat, ChartReading, Finding, PointType } from "#core/chart/ChartReading.ts";
import * as m from "#messages";
import { dayText } from "./dayText.ts";
import { numberText } from "./numberText.ts";
import { withUnit } from "./pointWords.ts";

type Signal = Extract<Finding, { type: "signal" }>;

function sideText({ cause, high }: Signal, kind: ChartReading["kind"]): string {
  switch (cause) {
    case "outside":
      return high ? m.charts_side_above_upper() : m.charts_side_below_lower();
    case "two-in-three":
      return high ? m.charts_side_near_upper() : m.charts_side_near_lower();
    default:
      if (kind === "run") return high ? m.charts_side_above_median() : m.charts_side_below_median();
      return high ? m.charts_side_above_centre() : m.charts_side_below_centre();
  }
}

function chanceText(meaning: PointType): string {
  if (meaning === "special_cause_improvement") return m.charts_find_chance_better();
  return meaning === "special_cause_concern"
    ? m.charts_find_chance_worse()
    : m.charts_find_chance();
}

function signalText(signal: Signal, { points, kind }: ChartReading, unit: string): string {
  const [first, last] = [points[signal.from], points[signal.to]];
  if (!first || !last) return "";
  const [from, to] = [dayText.whole(first.on), dayText.whole(last.on)];
  const { count } = signal;
  const side = sideText(signal, kind);
  switch (signal.cause) {
    case "outside":
      return count === 1
        ? m.charts_find_outside_one({
            value: withUnit(numberText.value(first.value), unit),
            on: from,
            side,
          })
        : m.charts_find_outside_many({ count, from, to, side });
    case "trend":
      return m.charts_find_trend({
        count,
        from,
        to,
        way: signal.high ? m.charts_way_rising() : m.charts_way_falling(),
      });
    case "two-in-three":
      return count === 1
        ? m.charts_find_two_in_three_one({
            value: withUnit(numberText.value(first.value), unit),
            on: from,
            side,
          })
        : m.charts_find_two_in_three({ count, from, to, side });
    case "shift":
      return m.charts_find_shift({ count, from, to, side });
  }
}

/** How many points of a signal that is told by another cause lie outside the limits, as a sentence to follow. */
function outsideText(signal: Signal, { kind }: ChartReading): string {
  if (signal.cause !== "two-in-three" && signal.cause !== "shift") return "";
  if (signal.outside === 0) return "";
  const side = sideText({ ...signal, cause: "outside" }, kind);
  return ` ${m.charts_find_of_them({ count: signal.outside, side })}`;
}

/** What is found, each as one to three plain sentences; that chance alone seldom does so is said once for each meaning. */
export function findingTexts(reading: ChartReading, unit: string): readonly string[] {
  const said = new Set<PointType>();
  return reading.findings.map((finding) => {
    const text = findingText(finding, reading, unit);
    if (finding.type !== "signal" || said.has(finding.meaning)) return text;
    said.add(finding.meaning);
    return `${text} ${chanceText(finding.meaning)}`;
  });
}

function findingText(finding: Finding, reading: ChartReading, unit: string): string {
  switch (finding.type) {
    case "no-points":
      return m.charts_find_none();
    case "one-point":
      return m.charts_find_one();
    case "flat":
      return m.charts_find_flat();
    case "quiet":
      return m.charts_find_quiet();
    case "signal":
      return signalText(finding, reading, unit) + outsideText(finding, reading);
    case "earlier": {
      const [from, to] = [reading.points[finding.from], reading.points[finding.to]];
      if (!from || !to) return "";
      return m.charts_find_earlier({
        count: finding.count,
        from: dayText.whole(from.on),
        to: dayText.whole(to.on),
      });
    }
    case "long-run":
      return m.charts_find_long_run({ longest: finding.longest, limit: finding.limit });
    case "few-crossings":
      return m.charts_find_few_crossings({
        crossings: finding.crossings,
        fewest: finding.fewest,
      });
    case "target": {
      const target = withUnit(numberText.value(reading.target ?? 0), unit);
      if (finding.assurance === "consistent_pass") return m.charts_target_pass({ target });
      return finding.assurance === "consistent_fail"
        ? m.charts_target_fail({ target })
        : m.charts_target_either({ target });
    }
  }
}

/** What a chart does not show, as a sentence. */
export function caveatText(caveat: Caveat): string {
  switch (caveat.type) {
    case "trial-limits":
      return m.charts_caveat_trial({ count: caveat.count });
    case "few-points":
      return m.charts_caveat_few();
    case "uneven-days":
      return m.charts_caveat_uneven();
    case "says-not-why":
      return m.charts_caveat_why();
    case "quiet-is-not-good":
      return m.charts_caveat_quiet();
  }
}

/** The whole chart in one line: what to think of it at a glance. */
export function leadText({ findings, variation }: ChartReading): string {
  switch (variation) {
    case "special_cause_improvement":
      return m.charts_lead_better();
    case "special_cause_concern":
      return m.charts_lead_worse();
    case "special_cause_neutral_high":
      return m.charts_lead_higher();
    case "special_cause_neutral_low":
      return m.charts_lead_lower();
    case "common_cause":
  }
  switch (findings[0]?.type) {
    case "no-points":
      return m.charts_lead_none();
    case "one-point":
      return m.charts_lead_one();
    case "flat":
      return m.charts_lead_flat();
    case "signal":
      return m.charts_lead_earlier();
    case "long-run":
    case "few-crossings":
      return m.charts_lead_pattern();
    default:
      return m.charts_lead_quiet();
  }
}

/** Which chart it is, of how many points. */
export const kindText = ({ kind, points }: ChartReading): string =>
  m.charts_kind_line({
    kind: kind === "run" ? m.charts_kind_run() : m.charts_kind_xmr(),
    count: points.length,
  });
