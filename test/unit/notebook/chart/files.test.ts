import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readChart } from "#charts/readChart.ts";
import { type Day, dayAt } from "#core/measure/Day.ts";
import { chartCsv, csvWords } from "#notebook/chart/chartCsv.ts";
import { chartSheet, wrapped } from "#notebook/chart/chartSheet.ts";
import { chartSvg, xmlText } from "#notebook/chart/chartSvg.ts";
import type { ShownChart } from "#notebook/chart/ShownChart.ts";

const day = (number: number) => dayAt(number) as Day;
const values = [171, 158, 183, 149, 176, 162, 190, 155, 168, 139, 128, 146, 117, 134, 124, 141];

function shown(over: Partial<ShownChart> = {}): ShownChart {
  const read = readChart({
    kind: "auto",
    better: "decrease",
    target: 120,
    fixFirst: null,
    screening: true,
    points: values.map((value, index) => ({ on: day(20_000 + index * 7), value })),
    restartsOn: [],
  });
  if (!read.ok) throw new Error(read.error.why);
  return {
    name: "Minutes waiting",
    unit: "minutes",
    reading: read.value,
    changes: [{ id: "c", on: day(20_060), what: "Asked at 10", restarts: false }],
    ...over,
  };
}

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/;

describe("a chart as CSV", () => {
  it("has a row for each point, numbers as numbers, centre and limits beside them", () => {
    const { data } = Papa.parse<string[]>(chartCsv(shown()).slice(1), { skipEmptyLines: true });
    expect(data[0]).toEqual([
      "Date",
      "Value",
      "Average",
      "Lower limit",
      "Upper limit",
      "What is special",
      "For the aim",
      "Change",
    ]);
    expect(data).toHaveLength(values.length + 1);
    expect(data[1]?.slice(0, 2)).toEqual(["2024-10-04", "171"]);
    expect(Number(data[1]?.[2])).toBeCloseTo(152.56, 1);
    expect(
      data
        .slice(1)
        .map((row) => row[7])
        .filter((cell) => cell !== ""),
    ).toEqual(["Asked at 10"]);
  });

  it("no words of a person become a formula, whatever they are", () => {
    const openings = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t=",
      "\r=",
      " =",
      "\u00a0=",
      "＝",
      "|",
      "%",
      '"=',
    );
    fc.assert(
      fc.property(openings, fc.string({ unit: "grapheme", maxLength: 30 }), (opening, rest) => {
        const what = opening + rest;
        const chart = shown({ changes: [{ id: "c", on: day(20_060), what, restarts: false }] });
        const { data } = Papa.parse<string[]>(chartCsv(chart).slice(1), { skipEmptyLines: true });
        expect(data).toHaveLength(values.length + 1);
        for (const row of data.slice(1)) {
          expect(row).toHaveLength(8);
          for (const cell of row.slice(5)) expect(cell).not.toMatch(formula);
        }
      }),
    );
  });

  it("words that are none stay as they are", () => {
    expect(csvWords("Asked pharmacy, twice")).toBe('"Asked pharmacy, twice"');
    expect(csvWords('say "ten"')).toBe('"say ""ten"""');
  });
});

describe("a chart as SVG", () => {
  it("stands alone: no style, script, link or anything fetched", () => {
    const svg = chartSvg(chartSheet(shown(), true));
    expect(svg).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
    );
    expect(svg).not.toMatch(/<style|<script|style=|href|url\(|class=/);
    expect(svg).toContain('<title id="title">Minutes waiting, in minutes</title>');
    expect(svg).toContain("Something has changed, for the better");
    expect(svg).toContain("Asked at 10");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("any name, unit or note is shown as text and adds no markup", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "</text><script>alert(1)</script>",
        '" onload="alert(1)',
        "<![CDATA[x]]>",
        "&amp;",
        "\u0000\ud800",
      ),
    );
    const plain = chartSvg(chartSheet(shown(), false));
    const names = (svg: string) => new Set(svg.match(/<\/?[a-zA-Z?!][\w-]*/g));
    fc.assert(
      fc.property(hostile, hostile, (name, what) => {
        const svg = chartSvg(
          chartSheet(
            shown({
              name,
              unit: name,
              changes: [{ id: "c", on: day(20_060), what, restarts: true }],
            }),
            false,
          ),
        );
        for (const element of names(svg)) expect(names(plain)).toContain(element);
        expect(svg).not.toMatch(/onload="alert/);
        expect(svg.isWellFormed()).toBe(true);
      }),
    );
  });

  it("words as XML hold no controls and no open markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const isAllowed = (mark: string) => mark >= " " || "\t\n\r".includes(mark);
        expect([...xmlText(text)].every(isAllowed)).toBe(true);
        expect(xmlText(text)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it("long words are broken into lines, none lost", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (text, most) => {
        const lines = wrapped(text, most);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(most);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/gu, ""));
      }),
    );
  });
});
