import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChart } from "#charts/readChart.ts";
import type { ChartReading } from "#core/chart/ChartReading.ts";
import { type Day, dayAt } from "#core/measure/Day.ts";
import { chartPaper } from "#notebook/chart/chartLooks.ts";
import { drawChart } from "#notebook/chart/drawChart.ts";
import { drawnWords } from "#notebook/chart/drawnWords.ts";
import { niceTicks } from "#notebook/chart/niceTicks.ts";
import { processorNow } from "../../../processorNow.ts";

const day = (number: number) => dayAt(number) as Day;
const read = (
  values: readonly number[],
  over: {
    readonly target?: number;
    readonly days?: readonly number[];
    readonly kind?: "run" | "xmr";
  } = {},
): ChartReading => {
  const result = readChart({
    kind: over.kind ?? "auto",
    better: "decrease",
    target: over.target ?? null,
    fixFirst: null,
    screening: true,
    points: values.map((value, index) => ({
      on: day(over.days?.[index] ?? 20_000 + index * 7),
      value,
    })),
    restartsOn: [],
  });
  if (!result.ok) throw new Error(result.error.why);
  return result.value;
};
const draw = (reading: ChartReading, width = 640, em = 16, changes: readonly Day[] = []) =>
  drawChart(reading, { width, em, changes, showNear: true, words: drawnWords(reading) });
const numbersIn = (path: string) => (path.match(/-?\d+(?:\.\d+)?|NaN|Infinity/g) ?? []).map(Number);

describe("ticks", () => {
  it("are round, evenly apart, few, and enclose every value", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 3, max: 8 }),
        (low, span, most) => {
          const high = low + span;
          const { values, step } = niceTicks(low, high, most);
          expect(values.length).toBeGreaterThanOrEqual(2);
          expect(values.length).toBeLessThanOrEqual(most + 2);
          expect(values[0]).toBeLessThanOrEqual(low + step * 1e-6 + Math.abs(high) * 1e-12);
          expect(values.at(-1)).toBeGreaterThanOrEqual(high - step * 1e-6 + Math.abs(high) * 1e-12);
          const digits = Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9));
          expect([1, 2, 5, 10]).toContain(digits);
        },
      ),
    );
  });

  it("stand about a value that is always the same", () => {
    const { values } = niceTicks(7, 7, 6);
    expect(values[0]).toBeLessThan(7);
    expect(values.at(-1)).toBeGreaterThan(7);
    expect(niceTicks(0, 0, 6).values).toContain(0);
  });

  it("of numbers at the ends of what there is are finite and apart", () => {
    for (const [low, high] of [
      [0, 5e-324],
      [0, 1e-300],
      [-1e150, 1e150],
      [1e150, 1e150],
    ] as const) {
      const { values } = niceTicks(low, high, 6);
      expect(values.every(Number.isFinite)).toBe(true);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it("of fractions are the fractions", () => {
    expect(niceTicks(0, 0.5, 6).values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });
});

describe("a drawing", () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  });

  it("has a spot for every point, and every mark within its edges, at any width and letter size", () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 220, max: 1400 }),
        fc.integer({ min: 14, max: 40 }),
        fc.array(fc.integer({ min: 19_900, max: 20_500 }), { maxLength: 4 }),
        (given, width, em, changes) => {
          const reading = read(given);
          const scene = draw(reading, width, em, changes.sort((a, b) => a - b).map(day));
          expect(scene.spots).toHaveLength(given.length);
          for (const spot of scene.spots) {
            expect(spot.x).toBeGreaterThanOrEqual(0);
            expect(spot.x).toBeLessThanOrEqual(width);
            expect(spot.y).toBeGreaterThanOrEqual(0);
            expect(spot.y).toBeLessThanOrEqual(scene.height);
          }
          for (const mark of scene.marks) {
            if (mark.type === "shape") {
              expect(numbersIn(mark.path).every(Number.isFinite)).toBe(true);
            } else {
              expect(mark.y).toBeLessThanOrEqual(scene.height);
              expect(mark.x).toBeGreaterThanOrEqual(-1);
              expect(mark.x).toBeLessThanOrEqual(width + 1);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("higher values stand higher, later points further right", () => {
    const { spots } = draw(read([1, 5, 3]));
    expect(spots[1]?.y).toBeLessThan(spots[2]?.y ?? 0);
    expect(spots[2]?.y).toBeLessThan(spots[0]?.y ?? 0);
    expect(spots[0]?.x).toBeLessThan(spots[1]?.x ?? 0);
  });

  it("points of one day stand side by side in their order", () => {
    const { spots } = draw(read([1, 2, 3, 4], { days: [10, 10, 10, 11] }));
    for (let index = 1; index < spots.length; index += 1) {
      expect(spots[index]?.x).toBeGreaterThan(spots[index - 1]?.x ?? 0);
    }
  });

  it("marks what is unusual by a shape of its own, and names it", () => {
    const wavering = [5, 7, 4, 6, 5, 8, 4, 6, 5, 7, 5, 6, 4, 7];
    const scene = draw(read([...wavering, 1, 2, 1, 2, 1, 2, 1, 2]));
    const roles = scene.marks.map(({ role }) => role);
    expect(roles.filter((role) => role === "better")).toHaveLength(8);
    expect(roles.filter((role) => role === "usual")).toHaveLength(14);
    expect(scene.marks).toContainEqual(expect.objectContaining({ role: "signal", text: "shift" }));
  });

  it("numbers changes in their order, and leaves out those far from every point", () => {
    const reading = read(new Array(10).fill(0).map((_, index) => index % 3));
    const scene = draw(reading, 640, 16, [day(20_010), day(20_030), day(25_000)]);
    const numbers = scene.marks.flatMap((mark) =>
      mark.type === "words" && mark.role === "number" ? [mark.text] : [],
    );
    expect(numbers).toEqual(["1", "2"]);
  });

  it("dates below it never touch", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 260, max: 1200 }),
        (gaps, width) => {
          let at = 20_000;
          const days = gaps.map((gap) => {
            at += gap;
            return at;
          });
          const scene = draw(
            read(
              days.map((_, index) => index % 5),
              { days },
            ),
            width,
          );
          const lowest = Math.max(...scene.spots.map(({ y }) => y));
          const dates = scene.marks
            .flatMap((mark) =>
              mark.type === "words" && mark.role === "tick" && mark.anchor === "middle"
                ? [mark]
                : [],
            )
            .filter((mark) => mark.y > lowest && !/^\d{4}$/.test(mark.text))
            .sort((a, b) => a.x - b.x);
          for (let index = 1; index < dates.length; index += 1) {
            const [a, b] = [dates[index - 1], dates[index]];
            if (a && b)
              expect(b.x - a.x).toBeGreaterThan(((a.text.length + b.text.length) / 2) * 16 * 0.5);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("100,000 points make a line no longer than the pixels it crosses need", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 101);
    const reading = read(many, { days: many.map((_, index) => index / 40) });
    const from = processorNow();
    const scene = draw(reading);
    expect(processorNow() - from).toBeLessThan(5000);
    const line = scene.marks.find((mark) => mark.role === "line");
    expect(line?.type === "shape" ? line.path.split("L").length : 0).toBeLessThan(4 * 640 + 2);
  });
});

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe("the colours of a chart", () => {
  const css = readFileSync("src/notebook/chart/Chart.css", "utf8");
  const tokens = readFileSync("src/ui/tokens.css", "utf8");
  const pairIn = (text: string, name: string): readonly [string, string] => {
    const [, light, dark] =
      new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(text) ?? [];
    if (light === undefined || dark === undefined) throw new Error(`no colour ${name}`);
    return [light, dark];
  };
  const card = pairIn(tokens, "card");
  const band = pairIn(css, "chart-band");
  const drawn = ["limit", "centre", "target", "usual", "better", "worse", "neutral"] as const;

  it.each(drawn)("%s stands out 3 to 1 from the card and from the band, light and dark", (name) => {
    const colour = pairIn(css, `chart-${name}`);
    for (const scheme of [0, 1] as const) {
      expect(contrast(colour[scheme], card[scheme])).toBeGreaterThanOrEqual(3);
      expect(contrast(colour[scheme], band[scheme])).toBeGreaterThanOrEqual(3);
    }
  });

  it.each([...drawn, "band" as const])("%s is the same on paper as on a light screen", (name) => {
    expect(chartPaper[name]).toBe(pairIn(css, `chart-${name}`)[0]);
  });

  it("would notice one that does not stand out (control)", () => {
    expect(contrast("#a6a6a6", "#ffffff")).toBeLessThan(3);
  });
});
