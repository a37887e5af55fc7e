import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBinomialQuantile, medianOf, runChart } from "#charts/runChart.ts";

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 80 });
const marked = (flags: readonly boolean[]) => flags.flatMap((flag, index) => (flag ? [index] : []));

describe("the run chart", () => {
  it("has as many points above its median as below", () => {
    fc.assert(
      fc.property(values, (points) => {
        const median = medianOf(points);
        const above = points.filter((point) => point > median).length;
        const below = points.filter((point) => point < median).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(points.length / 2);
      }),
    );
  });

  it("sees a shift in six on one side, points on the median ignored, and none in five", () => {
    const low = [0, 0, 0, 0, 0, 0, 0];
    expect(marked(runChart([...low, 5, 9, 9, 9, 5, 9, 9, 9]).shift)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 13, 14,
    ]);
    expect(marked(runChart([1, 9, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9]).shift)).toEqual([]);
  });

  it("sees a trend in five rising or falling, equal neighbours ignored, and none in four", () => {
    expect(marked(runChart([1, 2, 3, 4, 5]).trend)).toEqual([0, 1, 2, 3, 4]);
    expect(marked(runChart([1, 2, 2, 3, 4, 5]).trend)).toEqual([0, 1, 3, 4, 5]);
    expect(marked(runChart([5, 4, 3, 2, 3]).trend)).toEqual([]);
  });

  it("mirrors when the values are mirrored", () => {
    fc.assert(
      fc.property(values, (points) => {
        const mirror = runChart(points.map((point) => -point));
        const chart = runChart(points);
        expect(mirror.shift).toEqual(chart.shift);
        expect(mirror.trend).toEqual(chart.trend);
        expect(mirror.anhoej).toEqual(chart.anhoej);
      }),
    );
  });

  it("judges runs and crossings by Anhøj's limits", () => {
    const drifting = runChart([...new Array(10).fill(1), ...new Array(10).fill(2)]);
    expect(drifting.anhoej).toMatchObject({
      longestRun: 10,
      longestRunLimit: 7,
      crossings: 1,
      isSignal: true,
    });
    const alternating = Array.from({ length: 20 }, (_, index) => index % 2);
    expect(runChart(alternating).anhoej).toMatchObject({ longestRun: 1, isSignal: false });
    expect(runChart([3]).anhoej).toBeNull();
    expect(runChart(new Array(30).fill(3)).anhoej).toBeNull();
  });

  it("takes the 5 % binomial quantile as R's qbinom does, for long series too", () => {
    // qbinom(0.05, c(9, 11, 19, 23, 99, 1000), 0.5)
    expect([9, 11, 19, 23, 99, 1000].map(lowerBinomialQuantile)).toEqual([2, 3, 6, 8, 41, 474]);
    expect(lowerBinomialQuantile(5000)).toBeGreaterThan(2400);
  });
});
