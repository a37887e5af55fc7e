import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedShape } from "#charts/expectedShape.ts";
import { readSeries, type Series } from "#charts/Series.ts";
import { oneSideMembers, trendMembers, twoInThreeMembers } from "#charts/specialCauses.ts";
import { xmrChart } from "#charts/xmrChart.ts";
import { workedByHand } from "./workedByHand.ts";

const folder = "../shared/data/spc";
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^\d.*json$/.test(name))
  : [];
const load = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));

/** Compares numbers to a relative tolerance, everything else exactly. */
function agree(actual: unknown, expected: unknown, tolerance: number, path = ""): string[] {
  if (typeof expected === "number" && typeof actual === "number") {
    const near = Math.abs(actual - expected) <= tolerance * Math.max(1e-9, Math.abs(expected));
    return near || Math.abs(actual - expected) < 1e-12 ? [] : [`${path}: ${actual} ≠ ${expected}`];
  }
  if (
    expected !== null &&
    typeof expected === "object" &&
    actual !== null &&
    typeof actual === "object"
  ) {
    return Object.entries(expected).flatMap(([key, value]) =>
      agree(Reflect.get(actual, key), value, tolerance, `${path}.${key}`),
    );
  }
  return Object.is(actual, expected) ? [] : [`${path}: ${String(actual)} ≠ ${String(expected)}`];
}

const series = (values: number[], options: Partial<Series["options"]> = {}): Series => {
  const read = readSeries({ values, options });
  if (!read.ok) throw new Error(read.error.why);
  return read.value;
};

describe("the XmR chart worked out by hand", () => {
  it.each(workedByHand)("$title", ({ given, expected }) => {
    const read = readSeries(given);
    if (!read.ok) throw new Error(read.error.why);
    expect(agree(expectedShape(read.value), expected, 1e-9)).toEqual([]);
  });

  it("would notice a wrong limit (control)", () => {
    const wrong = { segments: [{ mean: 5.001 }] };
    expect(agree(expectedShape(series([5, 4, 6, 5])), wrong, 1e-6)).not.toEqual([]);
  });
});

describe.runIf(files.length > 0)("the XmR chart beside NHSRplotthedots", () => {
  it.each(files)("reproduces %s", (name) => {
    const file = load(name);
    const read = readSeries(file);
    if (!read.ok) throw new Error(read.error.why);
    expect(agree(expectedShape(read.value), file.expected, file.tolerance)).toEqual([]);
  });

  if (existsSync(`${folder}/rule-units.json`)) {
    const units = load("rule-units.json");
    const flags = (members: boolean[]) => members.map(Number);
    it("marks the members of each rule as the package's own tests do", () => {
      for (const { values, flagged } of units.trendMembers)
        expect(flags(trendMembers(values))).toEqual(flagged);
      for (const { signOfValueMinusMean, flagged } of units.oneSideMembers)
        expect(flags(oneSideMembers(signOfValueMinusMean))).toEqual(flagged);
      for (const { nearLimit, signOfValueMinusMean, flagged } of units.twoInThreeMembers)
        expect(flags(twoInThreeMembers(nearLimit.map(Boolean), signOfValueMinusMean))).toEqual(
          flagged,
        );
    });
  }
});

/** Whole numbers, so that scaling and shifting are exact and no tie turns into a difference. */
const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });

describe("laws of the XmR chart", () => {
  it("doubling and shifting every value doubles and shifts mean and limits", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -64, max: 64 }), (points, shift) => {
        const before = xmrChart(series(points));
        const after = xmrChart(series(points.map((value) => value * 2 + shift)));
        const [a, b] = [before.segments[0], after.segments[0]];
        if (!a || !b) throw new Error("a chart has a segment");
        expect(b.mean).toBeCloseTo(a.mean * 2 + shift, 9);
        if (a.upper === null) expect(b.upper).toBeNull();
        else expect(b.upper).toBeCloseTo(a.upper * 2 + shift, 9);
      }),
    );
  });

  it("turning the better direction round swaps improvement and concern and nothing else", () => {
    fc.assert(
      fc.property(values, (points) => {
        const up = xmrChart(series(points, { improvementDirection: "increase" }));
        const down = xmrChart(series(points, { improvementDirection: "decrease" }));
        const swapped = up.points.map((point) =>
          point === "special_cause_improvement"
            ? "special_cause_concern"
            : point === "special_cause_concern"
              ? "special_cause_improvement"
              : point,
        );
        expect(down.points).toEqual(swapped);
      }),
    );
  });

  it("flat data have no limits and nothing unusual", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (value, count) => {
        const chart = xmrChart(series(new Array(count).fill(value)));
        expect(chart.segments[0]?.upper).toBeNull();
        expect(new Set(chart.points)).toEqual(new Set(["common_cause"]));
      }),
    );
  });

  it("a segment's flags depend on that segment alone", () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        const both = xmrChart(series([...first, ...second], { rebaseAtIndexes: [first.length] }));
        expect(both.causes).toEqual([
          ...xmrChart(series(first)).causes,
          ...xmrChart(series(second)).causes,
        ]);
      }),
    );
  });

  it("limits under twelve points are trial limits", () => {
    expect(xmrChart(series(new Array(11).fill(1))).segments[0]?.isTrial).toBe(true);
    expect(xmrChart(series(new Array(12).fill(1))).segments[0]?.isTrial).toBe(false);
  });
});

describe("bad series", () => {
  it.each([
    ["nothing", { values: [] }],
    ["a gap", { values: [1, null, 3] }],
    ["text", { values: [1, "two", 3] }],
    ["infinity", { values: [1, Number.POSITIVE_INFINITY] }],
    ["a rebase beyond the end", { values: [1, 2], options: { rebaseAtIndexes: [2] } }],
    ["no series", "1,2,3"],
    ["too many points", { values: new Array(100_001).fill(1) }],
  ])("%s is refused with its place", (_, given) => {
    expect(readSeries(given)).toMatchObject({ ok: false, error: { type: "NotASeries" } });
  });

  it("one point and 100,000 points are drawn", () => {
    expect(xmrChart(series([4])).points).toEqual(["common_cause"]);
    const many = Array.from({ length: 100_000 }, (_, index) => index % 17);
    expect(xmrChart(series(many)).points).toHaveLength(100_000);
  });
});
