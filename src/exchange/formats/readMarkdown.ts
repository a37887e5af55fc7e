import type { Place } from "#core/exchange/Importing.ts";
import { type ReadDate, readDate } from "#exchange/fields/readDate.ts";
import { frontMatter } from "./frontMatter.ts";
import { ownValue } from "./parseJson.ts";
import type { Reading } from "./Reading.ts";

const dateKeys = ["date", "at", "when", "created", "created_at", "creation_date", "day"];

/** A stretch of a file under one date. */
interface Section {
  readonly date: ReadDate;
  readonly text: string;
  readonly line: number;
}

const noDate: ReadDate = { type: "no-date" };

/** The date that a heading is, as in "## Thursday 12 March 2026"; null for other lines. */
function headingDate(line: string): ReadDate | null {
  const [, title] = /^#{1,6}[ \t]+(.{1,64}?)[ \t]*#*$/.exec(line) ?? [];
  if (title === undefined) return null;
  const date = readDate(title, "day-first");
  return date.type === "date" ? date : null;
}

/** What stands above the first dated heading is often only the name of the whole. */
const isOnlyTitle = (text: string): boolean => /^#{1,6}[ \t].*$/.test(text.trim());

/** Cuts a text at headings that are dates; a text without any is one section. */
function sectionsOf(body: string, above: number): readonly Section[] {
  const sections: Section[] = [];
  let lines: string[] = [];
  let date: ReadDate = noDate;
  let start = above + 1;
  let inCode = false;
  body.split("\n").forEach((line, index) => {
    if (/^(?:```|~~~)/.test(line)) inCode = !inCode;
    const heading = inCode ? null : headingDate(line);
    if (heading === null) {
      lines.push(line);
      return;
    }
    sections.push({ date, text: lines.join("\n"), line: start });
    lines = [];
    date = heading;
    start = above + index + 1;
  });
  sections.push({ date, text: lines.join("\n"), line: start });
  const written = sections.filter(
    ({ text, date: { type } }) => text.trim() !== "" && (type === "date" || !isOnlyTitle(text)),
  );
  return written.length > 0 ? written : sections.slice(0, 1);
}

/** A date that begins a file's name, as in "2026-03-12 Handover.md". */
function nameDate(file: string): ReadDate {
  const [, day] = /(?:^|[\\/: ])(\d{4}-\d{2}-\d{2})(?!\d)[^\\/]*$/.exec(file) ?? [];
  const date = readDate(day, "day-first");
  return date.type === "date" ? date : noDate;
}

/**
 * Reads a Markdown or plain text file: front matter (date, tags, feeling, setting, roles) where there
 * is any, an entry for each heading that is a date, else one entry, dated by its front matter or name.
 */
export function readMarkdown(file: string, text: string, into: Reading): void {
  const { values, body, bodyLine } = frontMatter(text.replace(/\r\n?/g, "\n"));
  const whole: Place = { file, unit: "file", position: 0 };
  if (ownValue(values, ["kind"]) === "proposal") {
    into.skipped.add("proposal", whole);
    return;
  }
  const given = readDate(ownValue(values, dateKeys), "day-first");
  const fallback = given.type === "no-date" ? nameDate(file) : given;
  const sections = sectionsOf(body, bodyLine);
  for (const section of sections)
    into.sieve.add({
      place: sections.length === 1 ? whole : { file, unit: "line", position: section.line },
      text: section.text,
      date: section.date.type === "date" ? section.date : fallback,
      feeling: ownValue(values, ["feeling"]),
      tags: ownValue(values, ["tags", "tag", "keywords"]),
      setting: ownValue(values, ["setting", "place"]),
      roles: ownValue(values, ["roles"]),
      forAppraisal: ownValue(values, ["for_appraisal", "forAppraisal"]) === true,
    });
}
