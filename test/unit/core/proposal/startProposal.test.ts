import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { ProposalId, ThemeId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import { ideaSentences } from "#core/proposal/ideaSentences.ts";
import { type Proposal, proposalSchema, type Quote } from "#core/proposal/Proposal.ts";
import { proposalFields } from "#core/proposal/proposalParts.ts";
import { startProposal } from "#core/proposal/startProposal.ts";
import { exampleEntry } from "./exampleEntry.ts";

const id = "p1" as ProposalId;
const now = instant(Date.UTC(2026, 10, 22));
const start = (entries: readonly Entry[], terms: readonly string[], title = "") =>
  startProposal({
    id,
    theme: "t1" as ThemeId,
    title,
    entries,
    linkedEntries: entries.length,
    terms,
    now,
  });

/** The law: all that is filled in stands word for word in an entry, and says where. */
function expectNothingInvented(proposal: Proposal, entries: readonly Entry[], title: string): void {
  const texts = new Map(entries.map((entry) => [entry.id, entryText(entry)]));
  const expectOwn = (quote: Quote) =>
    expect(quote.text).toBe(texts.get(quote.entry)?.slice(quote.start, quote.end));
  for (const quote of proposal.problem.quotes) expectOwn(quote);
  expect(proposal.problem.text).toBe(proposal.problem.quotes.map((quote) => quote.text).join("\n"));
  expect(proposal.title).toBe(title);
  expect({
    ...proposal,
    title: "",
    theme: null,
    problem: { text: "", quotes: [] },
    linkedEntries: 0,
  }).toEqual(blankProposal(id, now));
  for (const field of proposalFields) expect(field.read(proposal)).toBe("");
  expect(v.is(proposalSchema, proposal)).toBe(true);
}

const ward: readonly Entry[] = [
  exampleEntry(
    "a",
    "TTOs still not up at four. We rang pharmacy twice and each time it was “in the queue”.",
    9,
  ),
  exampleEntry(
    "b",
    "Quiet morning. Two beds blocked until five because nobody had written the TTO at the round.",
    5,
  ),
  exampleEntry(
    "c",
    "When Priya did the TTOs straight after the ward round, everyone was gone by two.",
    3,
    "went-well",
  ),
  exampleEntry("d", "Mr S’s taxi came and went. No tablets.", 1),
];

describe("startProposal", () => {
  test("the problem is the telling sentence of each entry that got in the way, newest first", () => {
    const proposal = start(ward, ["rang pharmacy", "pharmacy", "TTO", "tablets"]);
    expect(proposal.problem.text).toBe(
      "We rang pharmacy twice and each time it was “in the queue”.\n" +
        "Two beds blocked until five because nobody had written the TTO at the round.\n" +
        "No tablets.",
    );
    expectNothingInvented(proposal, ward, "");
  });

  test("an idea is offered, not filled in", () => {
    const proposal = start(ward, ["TTO"]);
    expect(proposal.idea).toEqual({ text: "", quotes: [] });
    expect(ideaSentences(ward, ["TTO"]).map((quote) => quote.text)).toEqual([
      "When Priya did the TTOs straight after the ward round, everyone was gone by two.",
    ]);
  });

  test("a sentence of an entry without a date carries none, and stands after the dated ones", () => {
    const undated = ward.map((entry) =>
      entry.id === "a"
        ? { ...entry, happened: { ...entry.happened, precision: "unknown" as const } }
        : entry,
    );
    const { quotes } = start(undated, ["pharmacy", "TTO", "tablets"]).problem;
    expect(quotes.map(({ entry, happenedAt }) => [entry, happenedAt === null])).toEqual([
      ...quotes.filter(({ entry }) => entry !== "a").map(({ entry }) => [entry, false]),
      ["a", true],
    ]);
    expect(quotes.length).toBeGreaterThan(1);
  });

  test("the same words in two entries are quoted once, and at most five sentences are", () => {
    const same = Array.from({ length: 9 }, (_, day) =>
      exampleEntry(
        `s${day}`,
        day < 3 ? "Parking was full." : `Parking was full on day ${day}.`,
        day,
      ),
    );
    const { problem } = start(same, ["parking"]);
    expect(problem.quotes).toHaveLength(5);
    expect(new Set(problem.quotes.map((quote) => quote.text)).size).toBe(5);
  });

  test("where everything went well, those sentences start it", () => {
    const good = ward.map((entry) => ({ ...entry, feeling: "went-well" as const }));
    expect(start(good, ["TTO"]).problem.quotes.length).toBeGreaterThan(0);
  });

  test("a note of 100,000 characters without a full stop is quoted in part, at a word or a whole character", () => {
    for (const word of ["late again ", "👩‍⚕️"]) {
      const entries = [exampleEntry("long", word.repeat(Math.ceil(100_000 / word.length)))];
      const proposal = start(entries, ["late"]);
      expectNothingInvented(proposal, entries, "");
      expect(proposal.problem.text.length).toBeLessThanOrEqual(330);
      expect(proposal.problem.text.isWellFormed()).toBe(true);
    }
  });

  test("no entries, or entries without words, start a blank draft", () => {
    expectNothingInvented(start([], []), [], "");
    expectNothingInvented(start([exampleEntry("e", " \n")], ["x"]), [exampleEntry("e", "")], "");
  });

  test("whatever was written, every pre-filled word comes from an entry; the title is the person's", () => {
    const entry = fc.record({
      text: fc.oneof(
        fc.lorem({ mode: "sentences", maxCount: 4 }),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme", maxLength: 400 }),
      ),
      day: fc.nat(700),
      feeling: fc.constantFrom("went-well", "got-in-the-way", "neither"),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        fc.array(fc.oneof(fc.lorem({ maxCount: 2 }), fc.string())),
        fc.string(),
        (written, terms, title) => {
          const entries = written.map((each, index) =>
            exampleEntry(`e${index}`, each.text, each.day, each.feeling as Entry["feeling"]),
          );
          expectNothingInvented(start(entries, terms, title), entries, title);
          const texts = new Map(entries.map((each) => [each.id, entryText(each)]));
          for (const quote of ideaSentences(entries, terms))
            expect(quote.text).toBe(texts.get(quote.entry)?.slice(quote.start, quote.end));
        },
      ),
      { numRuns: 300 },
    );
  });

  const dev = new URL("../../../../../shared/data/themes/dev.jsonl", import.meta.url);
  test("on real comments and made-up notes, every pre-filled word comes from an entry", () => {
    const lines = existsSync(dev)
      ? readFileSync(dev, "utf8").trim().split("\n")
      : ward.map((entry) => JSON.stringify({ text: entryText(entry), label: "own" }));
    const rows = lines.map((line) =>
      v.parse(v.object({ text: v.string(), label: v.string() }), JSON.parse(line)),
    );
    const groups = new Map<string, Entry[]>();
    for (const [index, row] of rows.entries())
      groups.set(row.label, [
        ...(groups.get(row.label) ?? []),
        exampleEntry(`r${index}`, row.text, index % 700),
      ]);
    for (const [label, group] of groups) {
      const entries = group.slice(0, 40);
      const proposal = start(entries, label.toLowerCase().split(/\W+/));
      expectNothingInvented(proposal, entries, "");
      expect(proposal.problem.quotes.length).toBeGreaterThan(0);
    }
  });
});
