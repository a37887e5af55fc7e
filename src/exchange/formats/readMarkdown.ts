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

/** Headings looked at in one file; those after them are text like any other. */
const mostHeadings = 200_000;

/** Lines that begin like a heading or fence code. */
const marked = /^(?:(#{1,6})[ \t]+([^\n]*)|(?:```|~~~)[^\n]*)$/gm;

/** The date that a heading is, as in "Thursday 12 March 2026"; null for others. */
function headingDate(title: string): ReadDate | null {
  const date = readDate(title.slice(0, 80).replace(/[ \t]*#*[ \t]*$/, ""), "day-first");
  return date.type === "date" ? date : null;
}

/** How many lines end between two places of a text. */
function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1))
    lines += 1;
  return lines;
}

/** What stands above the first dated heading is often only the name of the whole. */
const isOnlyTitle = (text: string): boolean => /^#{1,6}[ \t].*$/.test(text.trim());

/** Cuts a text at headings that are dates; a text without any is one section. */
function* sectionsOf(body: string, above: number): Generator<Section> {
  let open = { date: noDate, from: 0, line: above + 1 };
  let inCode = false;
  let line = above + 1;
  let counted = 0;
  let isCut = false;
  const sectionTo = (to: number): Section => ({
    date: open.date,
    text: body.slice(open.from, to),
    line: open.line,
  });
  const isWorth = ({ date, text }: Section): boolean =>
    text.trim() !== "" && (date.type === "date" || !isOnlyTitle(text));
  let headings = 0;
  for (const match of body.matchAll(marked)) {
    const [whole, hashes, title = ""] = match;
    headings += 1;
    if (headings > mostHeadings) break;
    if (hashes === undefined) inCode = !inCode;
    const date = hashes === undefined || inCode ? null : headingDate(title);
    if (date === null) continue;
    const section = sectionTo(match.index);
    if (isWorth(section)) yield section;
    isCut = true;
    line += linesBetween(body, counted, match.index);
    counted = match.index;
    open = { date, from: match.index + whole.length, line };
  }
  const last = sectionTo(body.length);
  if (!isCut || isWorth(last)) yield last;
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
    into.sieve.skip("proposal", whole);
    return;
  }
  const given = readDate(ownValue(values, dateKeys), "day-first");
  const fallback = given.type === "no-date" ? nameDate(file) : given;
  for (const section of sectionsOf(body, bodyLine))
    into.sieve.add({
      place: { file, unit: "line", position: section.line },
      text: section.text,
      date: section.date.type === "date" ? section.date : fallback,
      feeling: ownValue(values, ["feeling"]),
      tags: ownValue(values, ["tags", "tag", "keywords"]),
      setting: ownValue(values, ["setting", "place"]),
      roles: ownValue(values, ["roles"]),
      forAppraisal: ownValue(values, ["for_appraisal", "forAppraisal"]) === true,
    });
}
