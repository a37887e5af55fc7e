import type { ChartPoint } from "#core/chart/ChartReading.ts";
import * as m from "#messages";
import { meaningText, specialText } from "./pointWords.ts";
import type { ShownChart } from "./ShownChart.ts";

/**
 * A cell of words: quoted, and never read as a formula. A spreadsheet takes what begins with one of
 * these for one, so an apostrophe stands before it (OWASP, "CSV Injection"); white space at the
 * beginning is left out because some spreadsheets do so themselves.
 */
export function csvWords(text: string): string {
  const bare = text.replace(/\s+/gu, " ").trim();
  const safe = /^[=+\-@|%＝＋－＠]/u.test(bare) ? `'${bare}` : bare;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A cell with a number as programs write it, which a spreadsheet can count with; empty for none. */
const csvNumber = (value: number | null): string => (value === null ? "" : String(value));

/** The changes that took effect after the point before this one and up to its day. */
function changesAt({ reading, changes }: ShownChart, index: number): string {
  const here = reading.points[index]?.on;
  const before = reading.points[index - 1]?.on;
  if (here === undefined) return "";
  return changes
    .filter(({ on }) => on <= here && (before === undefined || on > before))
    .map(({ what }) => what.trim())
    .filter((what) => what !== "")
    .join("; ");
}

/** The series as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets see it): one row a point. */
export function chartCsv(chart: ShownChart): string {
  const { reading } = chart;
  const heads = [
    m.charts_table_date(),
    m.charts_table_value(),
    reading.kind === "run" ? m.charts_table_median() : m.charts_table_centre(),
    m.charts_table_lower(),
    m.charts_table_upper(),
    m.charts_table_special(),
    m.charts_table_meaning(),
    m.charts_table_change(),
  ];
  const row = (point: ChartPoint, index: number) => {
    const stretch = reading.stretches[point.stretch];
    return [
      point.on,
      csvNumber(point.value),
      csvNumber(stretch?.centre ?? null),
      csvNumber(stretch?.lower ?? null),
      csvNumber(stretch?.upper ?? null),
      csvWords(specialText(point, reading.kind) ?? ""),
      csvWords(meaningText(point.meaning)),
      csvWords(changesAt(chart, index)),
    ];
  };
  return `\uFEFF${[heads.map(csvWords), ...reading.points.map(row)]
    .map((cells) => cells.join(","))
    .join("\r\n")}\r\n`;
}
