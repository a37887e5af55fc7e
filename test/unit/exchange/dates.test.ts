import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DayOrder } from "#core/exchange/Importing.ts";
import { guessDayOrder } from "#exchange/fields/guessDayOrder.ts";
import { readDate } from "#exchange/fields/readDate.ts";

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = "Europe/London";
});
afterAll(() => {
  process.env.TZ = zone;
});

/** A date as ISO text with its precision, or why it is none. */
function read(value: unknown, order: DayOrder = "day-first"): string {
  const date = readDate(value, order);
  return date.type === "date"
    ? `${date.happened.precision} ${new Date(date.happened.at).toISOString()}`
    : date.type;
}

describe("a date in a file", () => {
  test.each([
    ["2026-03-12", "day 2026-03-12T12:00:00.000Z"],
    ["2026-03-12T09:30", "minute 2026-03-12T09:30:00.000Z"],
    ["2026-07-12 09:30:15", "minute 2026-07-12T08:30:15.000Z"],
    ["2026-07-12T09:30:15.123Z", "minute 2026-07-12T09:30:15.000Z"],
    ["2026-07-12T09:30:15+05:30", "minute 2026-07-12T04:00:15.000Z"],
    ["2026-07-12T09:30:15-0800", "minute 2026-07-12T17:30:15.000Z"],
    ["12/03/2026", "day 2026-03-12T12:00:00.000Z"],
    ["12/03/26 14:05", "minute 2026-03-12T14:05:00.000Z"],
    ["12.3.2026", "day 2026-03-12T12:00:00.000Z"],
    ["31/12/99", "day 1999-12-31T12:00:00.000Z"],
    ["03/13/2026", "day 2026-03-13T12:00:00.000Z"],
    ["2026/03/12", "day 2026-03-12T12:00:00.000Z"],
    ["12 March 2026", "day 2026-03-12T12:00:00.000Z"],
    ["Thursday 12th March 2026 at 2:05 pm", "minute 2026-03-12T14:05:00.000Z"],
    ["Thu, 12 Mar 2026 10:00:00 GMT", "minute 2026-03-12T10:00:00.000Z"],
    ["March 12, 2026", "day 2026-03-12T12:00:00.000Z"],
    ["12-Mar-2026", "day 2026-03-12T12:00:00.000Z"],
    ["12 March 2026 12:15 am", "minute 2026-03-12T00:15:00.000Z"],
    [0, "minute 1970-01-01T00:00:00.000Z"],
    [1773304200, "minute 2026-03-12T08:30:00.000Z"],
    [1773304200000, "minute 2026-03-12T08:30:00.000Z"],
    ["1773304200", "minute 2026-03-12T08:30:00.000Z"],
    ["1970-01-01T00:00:00Z", "minute 1970-01-01T00:00:00.000Z"],
    ["2199-01-01", "day 2199-01-01T12:00:00.000Z"],
  ])("%s is read as %s", (value, expected) => expect(read(value)).toBe(expected));

  test.each([
    ["2026-02-30"],
    ["31/04/2026"],
    ["0000-00-00"],
    ["2026-13-01"],
    ["13/13/2026"],
    ["9999-12-31T23:59:60Z"],
    ["2026-03-12T25:00"],
    ["yesterday"],
    ["1e308"],
    [{}],
    [true],
    ["9".repeat(100_000)],
  ])("%s is not bent into another day but said not to be understood", (value) =>
    expect(read(value)).toBe("date-not-understood"),
  );

  test.each([["-271821-04-20"], ["+275761-01-01T00:00:00Z"], [9.1e15], [Number.NaN], [1e308]])(
    "%s is out of range",
    (value) => expect(read(value)).toBe("date-out-of-range"),
  );

  test.each([[null], [undefined], [""], ["  "]])("%s is no date", (value) =>
    expect(read(value)).toBe("no-date"),
  );

  test("of an hour that comes twice in autumn the first is meant; one that never comes is the next", () => {
    expect(read("2026-10-25T01:30:00")).toBe("minute 2026-10-25T00:30:00.000Z");
    expect(read("2026-03-29T01:30:00")).toBe("minute 2026-03-29T01:30:00.000Z");
  });

  test("day and month change places only where a person says so or only that fits", () => {
    expect(read("03/04/2026")).toBe("day 2026-04-03T11:00:00.000Z");
    expect(read("03/04/2026", "month-first")).toBe("day 2026-03-04T12:00:00.000Z");
    expect(guessDayOrder(["03/04/2026", "01/02/2026"])).toBe("day-first");
    expect(guessDayOrder(["03/04/2026", "01/25/2026"])).toBe("month-first");
    expect(guessDayOrder(["03/25/2026", "25/03/2026"])).toBe("day-first");
  });
});
