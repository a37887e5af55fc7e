import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import Markdown from "react-markdown";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { EntryId, ProposalId } from "#core/identifiers.ts";
import { blankMeasure } from "#core/measure/blankMeasure.ts";
import type { Day } from "#core/measure/Day.ts";
import { readDay } from "#core/measure/Day.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import { escapeMarkdown, escapeMarkdownLine } from "#core/proposal/escapeMarkdown.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalMarkdown } from "#core/proposal/proposalMarkdown.ts";
import { isPartBegun, partKeys, proposalFields } from "#core/proposal/proposalParts.ts";
import { exampleWords as words } from "./exampleWords.ts";

const blank = blankProposal("p" as ProposalId, instant(0));
const rendered = (markdown: string) =>
  renderToStaticMarkup(createElement(Markdown, null, markdown));
/** What a reader sees, line by line, without markup. */
const seen = (html: string) =>
  html
    .replace(/<br\/?>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
const words1 = (text: string) => text.split(/\s+/u).filter(Boolean).join(" ");

const quote = {
  entry: "e" as EntryId,
  text: "We rang pharmacy twice.",
  start: 0,
  end: 23,
  happenedAt: instant(Date.UTC(2026, 10, 19, 12)),
};
const full: Proposal = {
  ...blank,
  title: "TTOs written at the round, not after",
  changeKind: "way-of-working",
  problem: { text: "We rang pharmacy twice; beds were blocked.", quotes: [quote] },
  linkedEntries: 5,
  people: {
    ...blank.people,
    supporters: [
      { id: "1", who: "Priya", part: "lead", brings: "the ward round" },
      { id: "2", who: "Ward pharmacist", part: "supporter", brings: "" },
      { id: "3", who: "", part: "sponsor", brings: "" },
    ],
  },
  money: { ...blank.money, type: "none" },
};

describe("proposalMarkdown", () => {
  test("a proposal reads as title, facts, then the parts that were answered", () => {
    expect(proposalMarkdown(full, { sources: false, words })).toBe(
      [
        "# TTOs written at the round, not after",
        "**Label stage:** Stage creating\\\n**Label kind:** Kind way of working",
        "## Part problem",
        "We rang pharmacy twice; beds were blocked.",
        "*Noticed in 5 reflections.*",
        "## Part people",
        "### Label supporters",
        "- Priya (As lead): the ward round\n- Ward pharmacist (As supporter)",
        "## Part money",
        "**Label moneyType:** Money none\n",
      ].join("\n\n"),
    );
  });

  test("a blank proposal exports its title line and stage only", () => {
    expect(proposalMarkdown(blank, { sources: true, words })).toBe(
      "# Untitled draft\n\n**Label stage:** Stage creating\n",
    );
  });

  test("numbers and what was changed go along, each measure as a table in order of days", () => {
    const measure = {
      ...blankMeasure("m1", ""),
      name: "TTOs late | a week",
      unit: "patients",
    };
    const on = (text: string) => readDay(text) as Day;
    const measuring = {
      measures: [measure, { ...blankMeasure("m2", "Nothing yet") }],
      points: [
        { id: "b", measure: "m1", on: on("2026-11-09"), value: 1234.5 },
        { id: "a", measure: "m1", on: on("2026-11-02"), value: -0.25 },
      ],
      changes: [{ id: "c", on: on("2026-11-05"), what: "At the *round*", restarts: true }],
    };
    expect(proposalMarkdown({ ...blank, measuring }, { sources: false, words })).toBe(
      [
        "# Untitled draft",
        "**Label stage:** Stage creating",
        "## Label measured",
        "### TTOs late \\| a week",
        "patients",
        "| Label day | Label value |\n| --- | ---: |\n| 2 November 2026 | -0.25 |\n| 9 November 2026 | 1,234.5 |",
        "### Label changes",
        "- 5 November 2026: At the \\*round\\*\n",
      ].join("\n\n"),
    );
  });

  test("sources are in it only when asked for, by month and not by day", () => {
    const hidden = { ...full, problem: { ...full.problem, text: "Rewritten." } };
    expect(proposalMarkdown(hidden, { sources: false, words })).not.toContain("pharmacy twice");
    const shown = proposalMarkdown(hidden, { sources: true, words });
    expect(shown).toContain("> We rang pharmacy twice.\n>\n> November 2026");
    expect(shown).not.toContain("19");
    const undated = { ...full.problem, quotes: [{ ...quote, happenedAt: null }] };
    expect(proposalMarkdown({ ...full, problem: undated }, { sources: true, words })).toMatch(
      /> We rang pharmacy twice\.\n$/,
    );
  });

  test("every free-text answer is exported under its question, and makes its part begun", () => {
    for (const field of proposalFields) {
      const answered = field.write(blank, "Canary answer");
      expect(field.read(answered)).toBe("Canary answer");
      const text = proposalMarkdown(answered, { sources: false, words });
      expect(text).toContain(`### ${words.fields[field.key]}\n\nCanary answer`);
      expect(partKeys.filter((part) => isPartBegun(answered, part))).toEqual([field.part]);
    }
  });
});

/** Elements that our own frame makes; nothing in a person's words may add one. */
const tagsOf = (html: string) => [...html.matchAll(/<(\w+)/g)].map((match) => match[1]);

function expectShownAsWritten(text: string): void {
  const html = rendered(escapeMarkdown(text));
  expect(tagsOf(html).filter((tag) => tag !== "p" && tag !== "br")).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are left out on purpose
  const written = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "");
  expect(words1(seen(html))).toBe(words1(written.replace(/[\u2028\u2029\r]/g, "\n")));
}

describe("escapeMarkdown", () => {
  test.each([
    "# not a heading",
    "=====",
    "a\n---\nb",
    "- not\n- a list",
    "12. nor this\n3) nor that",
    "    not code",
    "```\nnot code\n```",
    "[not](javascript:alert(1)) ![a](https://example.org/pixel.png)",
    "<img src=x onerror=alert(1)> <https://example.org> &lt;b&gt; &amp;amp;",
    "**bold** _not_ `code` ~~gone~~ a_b_c 2*3*4",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "[ref]: https://example.org\n[ref]",
    "> not quoted",
    "ends with \\",
    "\\# already escaped\n\n\n\nafter a gap",
    "line one\nline two  \nline three",
  ])("shows exactly what was written: %j", (text) => expectShownAsWritten(text));

  test("any text is shown as written and adds no structure", () => {
    const marks = fc.array(
      fc.oneof(
        fc.constantFrom(
          ..."#*_-+=`~<>[]()!|\\&:;$1. \n\t".split(""),
          "\r\n",
          "http://a.b",
          "&amp;",
          "- ",
          "1) ",
        ),
        fc.string({ unit: "grapheme", maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(marks, (pieces) => expectShownAsWritten(pieces.join(""))),
      {
        numRuns: 1000,
      },
    );
  });

  test("a title or list item stays on its line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeMarkdownLine(text)).not.toMatch(/[\r\n]/);
      }),
    );
    const html = rendered(`# ${escapeMarkdownLine("a\n# b\n\n- c # ")}`);
    expect(html).toBe("<h1>a # b - c #</h1>");
  });

  const hostile = new URL("../../../../../shared/data/hostile/", import.meta.url);
  test("every payload of the hostile sets is shown as text", () => {
    const payloads: string[] = ["<script>alert(1)</script>", "[x](data:text/html,y)"];
    for (const folder of ["xss", "strings"]) {
      const at = new URL(`${folder}/`, hostile);
      if (!existsSync(at)) continue;
      for (const file of readdirSync(at)) {
        const text = readFileSync(new URL(file, at), "utf8");
        payloads.push(...text.split("\n"));
      }
    }
    for (const payload of payloads) {
      const html = rendered(escapeMarkdown(payload));
      expect(tagsOf(html).filter((tag) => tag !== "p" && tag !== "br")).toEqual([]);
    }
  });
});
