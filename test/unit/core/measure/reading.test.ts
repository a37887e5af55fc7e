import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayAt, dayNumber, dayOf, localDay, readDay } from "#core/measure/Day.ts";
import { nextDay } from "#core/measure/nextDay.ts";
import { readPasted } from "#core/measure/readPasted.ts";
import { readValue } from "#core/measure/readValue.ts";
import { readWrittenDay } from "#core/measure/readWrittenDay.ts";
import { processorNow } from "../../../processorNow.ts";

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map((number) => dayAt(number) as Day);

describe("days", () => {
  it("every day there is reads as itself and counts on by one", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(readDay(day)).toBe(day);
        expect(dayAt(dayNumber(day))).toBe(day);
        expect(readWrittenDay(day, "day-first")).toBe(day);
      }),
    );
    expect(dayAt(dayNumber("2024-02-28" as Day) + 1)).toBe("2024-02-29");
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "10000-01-01", "2026-1-5", ""])(
    "%s is none",
    (text) => expect(readDay(text)).toBeNull(),
  );

  it("a moment falls on the day that the device's calendar shows", () => {
    expect(localDay(new Date(2026, 2, 29, 0, 30).getTime())).toBe("2026-03-29");
    expect(localDay(new Date(2026, 9, 25, 23, 59).getTime())).toBe("2026-10-25");
    expect(localDay(Number.NaN)).toBeNull();
    expect(dayOf(2026, 2, 29)).toBeNull();
  });
});

describe("numbers as people write them", () => {
  it.each([
    ["142", 142],
    [" 3.5 ", 3.5],
    ["1,234", 1234],
    ["1,234,567.5", 1_234_567.5],
    ["1 234", 1234],
    ["12,5", 12.5],
    ["−7", -7],
    ["-0", 0],
    ["45%", 45],
    ["£3.20", 3.2],
    ["-£3", -3],
    [".5", 0.5],
    ["1e3", 1000],
  ])("%s is %d", (typed, value) => expect(readValue(typed)).toEqual({ ok: true, value }));

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["abc", "not-a-number"],
    ["12 minutes", "not-a-number"],
    ["1-2", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["NaN", "not-a-number"],
    ["0x10", "not-a-number"],
    ["=1+1", "not-a-number"],
    ["1e999", "too-large"],
    ["9999999999999", "too-large"],
  ])("%s is not: %s", (typed, error) => expect(readValue(typed)).toEqual({ ok: false, error }));

  it("whatever is typed gives a finite number or a reason", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const read = readValue(typed);
        if (read.ok) expect(Number.isFinite(read.value)).toBe(true);
      }),
    );
  });

  it("a number written by a program reads as itself", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e11, max: 1e11, noNaN: true }), (value) => {
        expect(readValue(String(value))).toEqual({ ok: true, value: value === 0 ? 0 : value });
      }),
    );
  });
});

describe("dates as people write them", () => {
  it.each([
    ["12/03/2026", "2026-03-12"],
    ["12.3.26", "2026-03-12"],
    ["12 March 2026", "2026-03-12"],
    ["Thursday 12th of March, 2026", "2026-03-12"],
    ["12-Mar-26", "2026-03-12"],
    ["March 12, 2026", "2026-03-12"],
    ["2026-03-12T09:30:00Z", "2026-03-12"],
    ["2026/3/12 09:30", "2026-03-12"],
    ["w/c 9 Mar 2026", "2026-03-09"],
    ["week ending 13/03/2026", "2026-03-13"],
    ["Mar 2026", "2026-03-01"],
    ["2026-03", "2026-03-01"],
    ["03/25/2026", "2026-03-25"],
  ])("%s is %s", (text, day) => expect(readWrittenDay(text, "day-first")).toBe(day));

  it.each(["31/02/2026", "yesterday", "142", "", "12/03", "32/13/2026"])("%s is none", (text) =>
    expect(readWrittenDay(text, "day-first")).toBeNull(),
  );
});

describe("two pasted columns", () => {
  const rows = fc.array(
    fc.record({ on: anyDay, value: fc.integer({ min: -10_000, max: 10_000 }) }),
    { maxLength: 30 },
  );

  it("come back as they were, whatever parts them", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("\t", ",", ";", " | ", "  "), (points, mark) => {
        const text = points.map(({ on, value }) => `${on}${mark}${value}`).join("\r\n");
        expect(readPasted(text, 1000)).toEqual({ points, leftOut: [], order: "day-first" });
      }),
    );
  });

  it("a line of headings is passed over; what is not understood is told with its line", () => {
    const read = readPasted(
      "Week\tMinutes\n05/01/2026\t142\n12/01/2026\tabc\n\n19/01/2026\t1,234\nhello\n26/01/2026\t",
      1000,
    );
    expect(read.points).toEqual([
      { on: "2026-01-05", value: 142 },
      { on: "2026-01-19", value: 1234 },
    ]);
    expect(read.leftOut).toEqual([
      { number: 3, text: "12/01/2026\tabc", why: "not-a-number" },
      { number: 6, text: "hello", why: "no-date" },
      { number: 7, text: "26/01/2026", why: "no-value" },
    ]);
  });

  it("dates and numbers with commas and blanks of their own are found", () => {
    const read = readPasted("5 January 2026, 1,234\nJan 12, 2026 98.5\n19 Jan 2026 7", 1000);
    expect(read.points).toEqual([
      { on: "2026-01-05", value: 1234 },
      { on: "2026-01-12", value: 98.5 },
      { on: "2026-01-19", value: 7 },
    ]);
  });

  it("month comes first only where a date allows nothing else and none forbids it", () => {
    expect(readPasted("01/13/2026\t1\n02/03/2026\t2", 10)).toMatchObject({
      order: "month-first",
      points: [{ on: "2026-01-13" }, { on: "2026-02-03" }],
    });
    expect(readPasted("13/01/2026\t1\n02/03/2026\t2", 10)).toMatchObject({
      order: "day-first",
      points: [{ on: "2026-01-13" }, { on: "2026-03-02" }],
    });
  });

  it("no more are taken than there is room for, and the rest is told", () => {
    const text = Array.from({ length: 12 }, (_, index) => `2026-01-0${(index % 9) + 1}\t1`).join(
      "\n",
    );
    const read = readPasted(text, 10);
    expect(read.points).toHaveLength(10);
    expect(read.leftOut.map(({ why }) => why)).toEqual(["too-many", "too-many"]);
  });

  it("anything pasted is read without a crash, and every line is a point, told, or a heading", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 20 }), (lines) => {
        const read = readPasted(lines.join("\n"), 10);
        expect(read.points.length + read.leftOut.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("a megabyte of one line, or of many, takes a moment", () => {
    const from = processorNow();
    readPasted("2026-01-01, ".repeat(90_000), 5000);
    readPasted("05/01/2026\t142\n".repeat(70_000), 5000);
    readPasted("x y,z ".repeat(170_000), 5000);
    expect(processorNow() - from).toBeLessThan(5000);
  });
});

describe("the day of the next number", () => {
  it("is as far on as numbers usually lie apart, and never to come", () => {
    const days = ["2026-01-05", "2026-01-12", "2026-01-19"] as Day[];
    expect(nextDay(days, "2026-03-01" as Day)).toBe("2026-01-26");
    expect(nextDay(days, "2026-01-22" as Day)).toBe("2026-01-22");
    expect(nextDay([], "2026-01-22" as Day)).toBe("2026-01-22");
    expect(nextDay(["2026-01-05" as Day], "2026-01-22" as Day)).toBe("2026-01-22");
  });
});
