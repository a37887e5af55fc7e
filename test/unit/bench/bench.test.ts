import { describe, expect, test } from "vitest";
import { benchEntries } from "../../bench/benchEntries.ts";
import { type BenchRow, benchTable, isWithin } from "../../bench/benchTable.ts";
import { median, percentile95 } from "../../bench/statistics.ts";
import { writtenBetween } from "../../bench/storedRows.ts";

const row: BenchRow = { measure: "unlock", unit: "ms", values: [100, 110, 130] };

describe("the bench", () => {
  test("takes the middle of odd and even counts, in any order", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
    expect(median([])).toBeNaN();
    expect(percentile95(Array.from({ length: 100 }, (_, at) => at + 1))).toBe(96);
  });

  test("keeps a budget by its ratio, else by its value in the largest journal, and never with nothing measured", () => {
    expect(isWithin(row)).toBeNull();
    expect(isWithin({ ...row, budget: 130 })).toBe(true);
    expect(isWithin({ ...row, budget: 129 })).toBe(false);
    expect(isWithin({ ...row, ratio: { of: "of 10", value: 1.3 }, budget: 1.2 })).toBe(false);
    expect(isWithin({ ...row, values: [Number.NaN], budget: 50 })).toBe(false);
  });

  test("control: a missed budget stands in the table", () => {
    const table = benchTable([10, 100, 1000], [{ ...row, budget: 50 }]);
    expect(table).toContain("| unlock | 100 ms | 110 ms | 130 ms |  | 50 ms: **missed** |");
  });

  test("writes entries that differ, oldest first, over two years up to now", () => {
    const now = Date.UTC(2026, 10, 22);
    const entries = benchEntries(500, now);
    const times = entries.map(({ at }) => Date.parse(at));
    expect(new Set(entries.map(({ text, at }) => text + at)).size).toBe(500);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBe(now - 730 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(now);
  });

  test("counts a row as written when it is new or sealed again", () => {
    const before = [
      { place: "a", bytes: 100, mark: "1" },
      { place: "b", bytes: 200, mark: "2" },
    ];
    const after = [
      { place: "a", bytes: 100, mark: "1" },
      { place: "b", bytes: 300, mark: "3" },
      { place: "c", bytes: 50, mark: "4" },
    ];
    expect(writtenBetween(before, after)).toEqual([300, 50]);
  });
});
