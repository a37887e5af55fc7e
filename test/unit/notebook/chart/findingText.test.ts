import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChart } from "#charts/readChart.ts";
import type { ChartReading } from "#core/chart/ChartReading.ts";
import { type Day, dayAt } from "#core/measure/Day.ts";
import { findingTexts } from "#notebook/chart/findingText.ts";
import { numberText } from "#notebook/chart/numberText.ts";
import { workedOut } from "#notebook/chart/workedOut.ts";

const read = (values: readonly number[]): ChartReading => {
  const result = readChart({
    kind: "xmr",
    better: "decrease",
    target: null,
    fixFirst: null,
    screening: true,
    points: values.map((value, index) => ({ on: dayAt(20_000 + index) as Day, value })),
    restartsOn: [],
  });
  if (!result.ok) throw new Error(result.error.why);
  return result.value;
};
const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 60 });

describe("what is said of a chart", () => {
  it("a value outside a limit never reads the same as the limit", () => {
    fc.assert(
      fc.property(values, (given) => {
        const reading = read(given);
        const worked = workedOut(reading);
        for (const { value, cause, stretch } of reading.points) {
          const limits = reading.stretches[stretch];
          if (cause.type !== "outside" || !limits) continue;
          const limit = cause.high ? limits.upper : limits.lower;
          expect(limit === null ? null : worked(limit)).not.toBe(numberText.value(value));
        }
      }),
      { numRuns: 500 },
    );
    const reading = read([13, 11, 13, 14, 10, 10, 11, 10, 11, 10, 14, 10, 11, 14, 10, 5]);
    expect(reading.points.at(-1)?.cause.type).toBe("outside");
    expect(workedOut(reading)(reading.stretches[0]?.lower ?? 0)).toBe("5.03");
  });

  it("that chance alone seldom does so is said once for each meaning, and no sentence twice", () => {
    fc.assert(
      fc.property(values, (given) => {
        const reading = read(given);
        const texts = findingTexts(reading, "");
        expect(new Set(texts).size).toBe(texts.length);
        const chances = texts.filter((text) => text.includes("By chance alone that would be rare"));
        const meanings = new Set(
          reading.findings.flatMap((finding) => (finding.type === "signal" ? finding.meaning : [])),
        );
        expect(chances).toHaveLength(meanings.size);
      }),
      { numRuns: 300 },
    );
  });

  it("points near a limit on both sides of one outside it are one special cause", () => {
    const usual = [12, 14, 12, 14, 12, 14, 12, 14, 12, 14, 12, 14, 12, 14, 12, 14];
    const texts = findingTexts(read([...usual, 8, 6, 8, 8]), "");
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(
      /points close together, from .* lie close to the lower limit\. 1 of them lies below/,
    );
  });
});
