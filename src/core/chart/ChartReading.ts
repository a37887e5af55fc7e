import type { Result } from "#base/Result.ts";
import type { Day } from "#core/measure/Day.ts";
import type { ChartQuestion } from "./ChartQuestion.ts";

/** What is unusual about a point, if anything: the first of these that holds, and on which side or which way. */
export type SpecialCause =
  | { readonly type: "none" }
  | { readonly type: "outside" | "trend" | "two-in-three" | "shift"; readonly high: boolean };

/** What it means for the person's aim. */
export type PointType =
  | "common_cause"
  | "special_cause_improvement"
  | "special_cause_concern"
  | "special_cause_neutral_high"
  | "special_cause_neutral_low";

/** Whether the limits leave room to miss or meet the target (domain.md section 4, "XmR", point 6). */
export type Assurance = "consistent_pass" | "consistent_fail" | "inconsistent";

/** One point as drawn and read out. */
export interface ChartPoint {
  readonly on: Day;
  readonly value: number;
  readonly cause: SpecialCause;
  readonly meaning: PointType;
  /** Which of the stretches it lies in, from 0. */
  readonly stretch: number;
}

/** Points between two restarts; `start` and `end` are zero-based and inclusive. Null limits are not drawn. */
export interface ChartStretch {
  readonly start: number;
  readonly end: number;
  /** The mean of an XmR chart, the median of a run chart. */
  readonly centre: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
  /** Limits from fewer than twelve points. */
  readonly isTrial: boolean;
}

/** One thing that a chart shows, to be said in a sentence. Indexes are of `points`. */
export type Finding =
  | { readonly type: "no-points" }
  | { readonly type: "one-point" }
  | { readonly type: "flat" }
  | { readonly type: "quiet" }
  | {
      readonly type: "signal";
      readonly cause: Exclude<SpecialCause["type"], "none">;
      readonly high: boolean;
      readonly meaning: PointType;
      readonly from: number;
      readonly to: number;
      /** How many points belong to it. */
      readonly count: number;
      /** How many of them lie outside the limits. */
      readonly outside: number;
      readonly reachesLatest: boolean;
    }
  /** Flagged points, all before those told one by one; the table names each. */
  | { readonly type: "earlier"; readonly from: number; readonly to: number; readonly count: number }
  /** Anhøj & Olesen 2014, on the latest stretch of a run chart. */
  | { readonly type: "long-run"; readonly longest: number; readonly limit: number }
  | { readonly type: "few-crossings"; readonly crossings: number; readonly fewest: number }
  | { readonly type: "target"; readonly assurance: Assurance };

/** One thing that a chart does not show, or that makes it less sure. */
export type Caveat =
  | { readonly type: "trial-limits"; readonly count: number }
  | { readonly type: "few-points"; readonly count: number }
  | { readonly type: "uneven-days" }
  | { readonly type: "says-not-why" }
  | { readonly type: "quiet-is-not-good" };

/** Everything that a drawing, a table, a sentence or an export of a series needs. */
export interface ChartReading {
  readonly kind: "run" | "xmr";
  readonly points: readonly ChartPoint[];
  readonly stretches: readonly ChartStretch[];
  readonly target: number | null;
  /** The last point's meaning. */
  readonly variation: PointType;
  readonly assurance: Assurance | null;
  /** The most telling first; never empty. */
  readonly findings: readonly Finding[];
  readonly caveats: readonly Caveat[];
}

/** What cannot be drawn, with the first thing that is wrong and where. */
export interface NotASeries {
  readonly type: "NotASeries";
  readonly where: string;
  readonly why: string;
}

/** The engine that reads series, in a worker of its own; nothing is stored or remembered. */
export interface Charts {
  readonly read: (question: ChartQuestion) => Promise<Result<ChartReading, NotASeries>>;
}

/** Starts the engine's worker; made in `app/startCharts.ts`. `failed` is called if it cannot start or breaks: no answer will come. */
export type StartCharts = (failed: () => void) => {
  readonly charts: Charts;
  readonly stop: () => void;
};
