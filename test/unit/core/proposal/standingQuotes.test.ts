import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { Quote } from "#core/proposal/Proposal.ts";
import { standingQuotes } from "#core/proposal/standingQuotes.ts";
import { withQuote } from "#core/proposal/withQuote.ts";

const quote = (text: string, entry = "e"): Quote => ({
  entry: entry as EntryId,
  text,
  start: 0,
  end: text.length,
  happenedAt: instant(0),
});

test("a quote stands where its words stand unchanged, in the order of the text", () => {
  const standing = standingQuotes({
    text: "People wait. Two beds blocked; we rang twice.",
    quotes: [quote("we rang twice"), quote("Two beds blocked"), quote("no tablets"), quote("")],
  });
  expect(standing.map(({ quote: { text }, range }) => [text, range.start])).toEqual([
    ["Two beds blocked", 13],
    ["we rang twice", 31],
  ]);
});

test("the same words from two entries mark two places, never the same one", () => {
  const twice = {
    text: "Late. Late.",
    quotes: [quote("Late."), quote("Late.", "f"), quote("Late.", "g")],
  };
  expect(standingQuotes(twice).map(({ range }) => range.start)).toEqual([0, 6]);
});

test("a sentence that is used stands on a line of its own with its source", () => {
  const answer = withQuote({ text: "Ask them.\n", quotes: [] }, quote("We tried it."));
  expect(answer.text).toBe("Ask them.\nWe tried it.");
  expect(standingQuotes(answer)).toHaveLength(1);
});
