import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runChart } from "#charts/runChart.ts";
import { readSeries, type Series } from "#charts/Series.ts";
import { xmrChart } from "#charts/xmrChart.ts";
import { xmrLimits } from "#charts/xmrLimits.ts";
import { processorNow } from "../../processorNow.ts";

const series = (values: readonly number[], options: Partial<Series["options"]> = {}): Series => {
  const read = readSeries({ values: [...values], options });
  if (!read.ok) throw new Error(read.error.why);
  return read.value;
};

/** Whole numbers, so that doubling, halving and mirroring are exact and a tie stays a tie. */
const whole = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 });
/** Any numbers that somebody may measure. */
const measured = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 2,
  maxLength: 60,
});
const options = fc.record({
  screenOutliers: fc.boolean(),
  fixAfterNPoints: fc.option(fc.integer({ min: 12, max: 40 }), { nil: null }),
});

describe("laws that hold whatever is measured", () => {
  it("multiplying every value by a power of two multiplies the limits and changes no flag", () => {
    fc.assert(
      fc.property(whole, options, fc.integer({ min: -20, max: 20 }), (values, how, power) => {
        const factor = 2 ** power;
        const one = xmrChart(series(values, how));
        const other = xmrChart(
          series(
            values.map((value) => value * factor),
            how,
          ),
        );
        expect(other.causes).toEqual(one.causes);
        other.segments.forEach((segment, index) => {
          const before = one.segments[index];
          expect(segment.mean).toBeCloseTo((before?.mean ?? 0) * factor, 6);
          if (before?.upper === null) expect(segment.upper).toBeNull();
          else expect(segment.upper).toBeCloseTo((before?.upper ?? 0) * factor, 6);
        });
      }),
    );
  });

  it("mirroring every value swaps the limits, and high and low, and nothing else", () => {
    fc.assert(
      fc.property(whole, options, (values, how) => {
        const one = xmrChart(series(values, how));
        const other = xmrChart(
          series(
            values.map((value) => -value),
            how,
          ),
        );
        expect(other.causes).toEqual(
          one.causes.map((cause) =>
            cause.type === "none" ? cause : { ...cause, high: !cause.high },
          ),
        );
      }),
    );
  });

  it("limits of any numbers move with them: scaled by a and shifted by b, to nine digits", () => {
    fc.assert(
      fc.property(
        measured,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (values, scale, shift) => {
          const one = xmrLimits(values, false);
          const other = xmrLimits(
            values.map((value) => value * scale + shift),
            false,
          );
          const size = 1e6 * scale + Math.abs(shift);
          expect(Math.abs(other.mean - (one.mean * scale + shift)) / size).toBeLessThan(1e-9);
          if (one.upper !== null && other.upper !== null) {
            expect(Math.abs(other.upper - (one.upper * scale + shift)) / size).toBeLessThan(1e-9);
          }
        },
      ),
    );
  });

  it("limits lie evenly about the mean, near zones within them", () => {
    fc.assert(
      fc.property(measured, fc.boolean(), (values, screening) => {
        const { mean, lower, upper, nearLower, nearUpper } = xmrLimits(values, screening);
        if (lower === null || upper === null || nearLower === null || nearUpper === null) return;
        expect(lower).toBeLessThanOrEqual(nearLower);
        expect(nearLower).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThanOrEqual(nearUpper);
        expect(nearUpper).toBeLessThanOrEqual(upper);
        expect(upper - mean).toBeCloseTo(mean - lower, 3);
      }),
    );
  });

  it("screening never widens the limits", () => {
    fc.assert(
      fc.property(measured, (values) => {
        expect(xmrLimits(values, true).movingRange).toBeLessThanOrEqual(
          xmrLimits(values, false).movingRange,
        );
      }),
    );
  });

  it("fixing the limits on as many points as there are changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 40 }),
        (values) => {
          expect(xmrChart(series(values, { fixAfterNPoints: values.length }))).toEqual(
            xmrChart(series(values)),
          );
        },
      ),
    );
  });

  it("points after the fixed ones change neither mean nor limits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 }),
        whole,
        (first, later) => {
          const alone = xmrChart(series(first)).segments[0];
          const fixed = xmrChart(series([...first, ...later], { fixAfterNPoints: 12 }));
          expect(fixed.segments[0]?.mean).toBe(alone?.mean);
          expect(fixed.segments[0]?.upper).toBe(alone?.upper);
        },
      ),
    );
  });

  it("restarting at the first point, or twice at the same one, is as restarting not or once", () => {
    fc.assert(
      fc.property(whole, fc.nat(), (values, at) => {
        const index = at % values.length;
        expect(xmrChart(series(values, { rebaseAtIndexes: [0] }))).toEqual(
          xmrChart(series(values)),
        );
        expect(xmrChart(series(values, { rebaseAtIndexes: [index, index] }))).toEqual(
          xmrChart(series(values, { rebaseAtIndexes: [index] })),
        );
      }),
    );
  });

  it("neutral charts flag the same points as directed ones, and judge none of them", () => {
    fc.assert(
      fc.property(whole, (values) => {
        const neutral = xmrChart(series(values, { improvementDirection: "neutral", target: 3 }));
        expect(neutral.causes).toEqual(xmrChart(series(values)).causes);
        expect(neutral.points.join()).not.toMatch(/improvement|concern/);
        expect(neutral.assurance).toBeNull();
      }),
    );
  });

  it("a target turns from met to missed when the better direction is turned round", () => {
    const swapped = {
      consistent_pass: "consistent_fail",
      consistent_fail: "consistent_pass",
      inconsistent: "inconsistent",
    } as const;
    fc.assert(
      fc.property(whole, fc.integer({ min: -200, max: 200 }), (values, target) => {
        const up = xmrChart(series(values, { target })).assurance;
        const down = xmrChart(
          series(values, { target, improvementDirection: "decrease" }),
        ).assurance;
        expect(down).toBe(up === null ? null : swapped[up]);
      }),
    );
  });

  it("the mean of decimal fractions is the fraction, so that a point on the mean breaks a shift", () => {
    expect(xmrLimits([0.1, 0.2, 0.3], true).mean).toBe(0.2);
    const values = [0.3, 0.3, 0.3, 0.2, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1];
    expect(xmrChart(series(values)).causes.some((cause) => cause.type === "shift")).toBe(false);
  });
});

describe("what no series may do", () => {
  it.each([
    ["as large as numbers get", [1e150, -1e150, 1e150, 0]],
    ["as small as numbers get", [5e-324, 0, 5e-324, 1e-300]],
    ["one value", [7]],
    ["two equal values", [7, 7]],
    ["whole and huge", [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1]],
  ])("%s gives finite limits or none", (_, values) => {
    const chart = xmrChart(series(values));
    for (const segment of chart.segments) {
      expect(Number.isFinite(segment.mean)).toBe(true);
      for (const limit of [segment.lower, segment.upper]) {
        expect(limit === null || Number.isFinite(limit)).toBe(true);
      }
    }
    expect(Number.isFinite(runChart(values).median)).toBe(true);
  });

  it.each([
    ["values that would add up to infinity", { values: [1.7e308, 1.7e308] }],
    ["not a number", { values: [1, Number.NaN] }],
    ["minus infinity", { values: [Number.NEGATIVE_INFINITY] }],
    ["a number written as text", { values: ["3"] }],
    ["a gap", { values: [1, undefined, 2] }],
    ["a target that is no number", { values: [1], options: { target: "12" } }],
    ["limits fixed on eleven points", { values: [1], options: { fixAfterNPoints: 11 } }],
    ["a restart before the beginning", { values: [1, 2], options: { rebaseAtIndexes: [-1] } }],
    ["half an index", { values: [1, 2], options: { rebaseAtIndexes: [0.5] } }],
    ["a direction of its own", { values: [1], options: { improvementDirection: "up" } }],
    ["nothing at all", null],
  ])("%s is refused with its place and a reason", (_, given) => {
    const read = readSeries(given);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.why).not.toBe("");
  });

  it("100,000 points take moments, whatever they look like, each in a stretch of its own included", () => {
    const shapes: readonly ((index: number) => number)[] = [
      () => 4,
      (index) => index,
      (index) => index % 2,
      (index) => Math.floor(index / 50_000),
      (index) => Math.sin(index / 7) * 40,
    ];
    for (const shape of shapes) {
      const values = Array.from({ length: 100_000 }, (_, index) => shape(index));
      const from = processorNow();
      xmrChart(series(values));
      xmrChart(series(values, { rebaseAtIndexes: values.map((_, index) => index) }));
      runChart(values);
      expect(processorNow() - from).toBeLessThan(8000);
    }
  });
});
