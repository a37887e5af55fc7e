import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import { onThisDay } from "#reading/onThisDay.ts";
import { entryOf } from "./journal.ts";

/** Minutes that London is behind UTC at a moment, from the rules that the platform knows. */
function london(at: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const named = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  return named === "GMT+01:00" ? -60 : 0;
}
const at = (iso: string) => instant(Date.parse(iso));
const entry = (iso: string) =>
  entryOf(iso, "text", { happened: { at: at(iso), precision: "minute" } });
const seen = (today: string, ...earlier: readonly string[]) =>
  onThisDay(earlier.map(entry), at(today), london(at(today)), london).map(({ id }) => id);

test("entries of the same day in earlier years, and only those", () => {
  expect(
    seen(
      "2026-11-22T09:00:00Z",
      "2026-11-22T08:00:00Z",
      "2025-11-22T23:59:00Z",
      "2025-11-23T00:00:00Z",
      "2024-11-22T00:00:00Z",
      "2024-10-22T00:00:00Z",
    ),
  ).toEqual(["2025-11-22T23:59:00Z", "2024-11-22T00:00:00Z"]);
});

describe("days are local, also where the clocks had changed in another year", () => {
  test("half past midnight in summer time belongs to its own day when seen in winter time", () => {
    // On 28 March London had summer time in 2021 (from the 28th) and 2022 (from the 27th), not in 2024.
    expect(seen("2024-03-28T10:00:00Z", "2022-03-27T23:30:00Z")).toEqual(["2022-03-27T23:30:00Z"]);
    expect(seen("2024-03-27T10:00:00Z", "2022-03-27T23:30:00Z")).toEqual([]);
  });

  test("late on a winter evening stays where it was when seen in summer time", () => {
    expect(seen("2022-03-28T10:00:00Z", "2020-03-28T23:30:00Z")).toEqual(["2020-03-28T23:30:00Z"]);
  });

  test("the day asked for is local, too", () => {
    expect(seen("2025-07-01T23:30:00Z", "2024-07-02T12:00:00Z")).toEqual(["2024-07-02T12:00:00Z"]);
  });
});

describe("29 February", () => {
  test("comes back on itself", () => {
    expect(seen("2024-02-29T12:00:00Z", "2020-02-29T12:00:00Z", "2023-02-28T12:00:00Z")).toEqual([
      "2020-02-29T12:00:00Z",
    ]);
  });
  test("comes back on the 28th in years without one, and not on 28 February of a leap year", () => {
    expect(seen("2025-02-28T12:00:00Z", "2024-02-29T12:00:00Z")).toHaveLength(1);
    expect(seen("2028-02-28T12:00:00Z", "2024-02-29T12:00:00Z")).toHaveLength(0);
  });
});

test("a day that is not known is no day to remember", () => {
  const unknown = entryOf("e", "text", {
    happened: { at: at("2025-11-22T10:00:00Z"), precision: "unknown" },
  });
  expect(onThisDay([unknown], at("2026-11-22T10:00:00Z"), 0, london)).toEqual([]);
});

test("every entry comes back once in each later year", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1970-01-02"), max: new Date("2030-12-31"), noInvalidDate: true }),
      fc.integer({ min: 1, max: 30 }),
      (written, later) => {
        const iso = written.toISOString();
        const year = new Date(
          written.getTime() - london(written.getTime()) * 60_000,
        ).getUTCFullYear();
        const start = Date.UTC(year + later, 0, 1, 12);
        const days = Array.from({ length: 366 }, (_, day) => start + day * 86_400_000).filter(
          (day) => new Date(day).getUTCFullYear() === year + later,
        );
        const back = days.filter(
          (day) => onThisDay([entry(iso)], instant(day), london(day), london).length > 0,
        );
        expect(back).toHaveLength(1);
      },
    ),
    { numRuns: 20 },
  );
});
