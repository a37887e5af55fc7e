import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timelineLayout } from "#features/themes/timelineLayout.ts";

const day = 86_400_000;
const at = (days: number) => Date.UTC(2026, 0, 5, 12) + days * day;
const measure = { width: 600, em: 15, day: () => "19 Nov" };

describe("timelineLayout", () => {
  test("a few dates stand apart, each with its day, the latest a little larger", () => {
    const layout = timelineLayout([at(66), at(0), at(18), at(36), at(53)], measure);
    expect(layout.dots).toHaveLength(5);
    expect(layout.dates).toHaveLength(5);
    expect(layout.dots.map((dot) => dot.isLatest)).toEqual([false, false, false, false, true]);
    expect(layout.dots[4]?.radius).toBeGreaterThan(layout.dots[0]?.radius ?? 99);
  });

  test("one date stands in the middle; none draws a bare line", () => {
    expect(timelineLayout([at(3)], measure).dots).toMatchObject([{ x: 300 }]);
    expect(timelineLayout([], measure).dots).toEqual([]);
  });

  test("dates on one spot are piled up, and counted where the pile would be too high", () => {
    const few = timelineLayout([at(0), at(0), at(0), at(400)], measure);
    expect(few.dots.filter((dot) => dot.x === few.dots[0]?.x)).toHaveLength(3);
    expect(new Set(few.dots.map((dot) => `${dot.x} ${dot.y}`)).size).toBe(4);
    const many = timelineLayout([...Array.from({ length: 12 }, () => at(0)), at(400)], measure);
    expect(many.dots.map((dot) => dot.count)).toEqual([12, 1]);
  });

  test("years are named where the line crosses into them", () => {
    const layout = timelineLayout([at(-400), at(0), at(700)], measure);
    expect(layout.years.map((year) => year.text)).toEqual(["2025", "2026", "2027"]);
  });

  test("no entry is lost, nothing leaves the picture, no dots touch and no words overlap, whatever the dates, width and letters", () => {
    const moments = fc.array(fc.integer({ min: -8e12, max: 8e12 }), { maxLength: 300 });
    const width = fc.integer({ min: 220, max: 1200 });
    const em = fc.constantFrom(15, 18, 32);
    fc.assert(
      fc.property(moments, width, em, (dates, wide, letters) => {
        const layout = timelineLayout(dates, { ...measure, width: wide, em: letters });
        expect(layout.dots.reduce((sum, dot) => sum + dot.count, 0)).toBe(dates.length);
        for (const dot of layout.dots) {
          expect(dot.x - dot.radius).toBeGreaterThanOrEqual(0);
          expect(dot.x + dot.radius).toBeLessThanOrEqual(wide);
          expect(dot.y + dot.radius).toBeLessThanOrEqual(layout.height);
          expect(dot.y - dot.radius).toBeGreaterThanOrEqual(0);
        }
        for (const [index, dot] of layout.dots.entries()) {
          const next = layout.dots[index + 1];
          if (next)
            expect(Math.hypot(next.x - dot.x, next.y - dot.y)).toBeGreaterThan(
              dot.radius + next.radius,
            );
        }
        for (const row of [layout.dates, layout.years]) {
          const spans = row
            .map(({ x, text, anchor }) => {
              const size = text.length * letters * 0.58;
              const start = anchor === "start" ? x : anchor === "end" ? x - size : x - size / 2;
              return { start, end: start + size };
            })
            .sort((a, b) => a.start - b.start);
          for (const [index, span] of spans.entries()) {
            expect(span.start).toBeGreaterThanOrEqual(-0.01);
            expect(span.end).toBeLessThanOrEqual(wide + 0.01);
            expect(spans[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(span.end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
