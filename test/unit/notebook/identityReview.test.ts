import { describe, expect, it } from "vitest";
import { markIdentifying } from "#identity/markIdentifying.ts";
import type { Decision } from "#notebook/identityCheck/Decision.ts";
import { decidedTexts, reviewParts } from "#notebook/identityCheck/reviewParts.ts";

/** What leaves when the marks, in order, are decided like this. */
function leaving(text: string, ...decisions: readonly (Decision | null)[]): string | undefined {
  const texts = [{ id: "one", label: "One", text }];
  const found = [markIdentifying(text)];
  const open = reviewParts(texts, found, new Map());
  const keys = open[0]?.marks.map(({ key }) => key) ?? [];
  expect(keys).toHaveLength(decisions.length);
  const decided = new Map<string, Decision>();
  for (const [at, decision] of decisions.entries()) {
    const key = keys[at];
    if (decision !== null && key !== undefined) decided.set(key, decision);
  }
  return decidedTexts(reviewParts(texts, found, decided))[0]?.text;
}

const edited = (words: string): Decision => ({ type: "edited", words });

describe("a review of what may identify someone", () => {
  const text = "Dr Okafor came on 3 May 2025. My mentor, Priya Chen, rang.";

  it("leaves what was not decided, and what was kept, as written", () => {
    expect(leaving(text, null, { type: "kept" }, null)).toBe(text);
  });

  it("puts accepted suggestions in", () => {
    expect(leaving(text, { type: "accepted" }, { type: "accepted" }, { type: "accepted" })).toBe(
      "A colleague came in early May. My mentor rang.",
    );
  });

  it("puts a person's own words where a name was, commas and all", () => {
    expect(leaving(text, null, null, edited("a senior nurse"))).toBe(
      "Dr Okafor came on 3 May 2025. My mentor, a senior nurse, rang.",
    );
  });

  it("closes the gap where a person left something out", () => {
    expect(leaving(text, null, edited(""), edited(""))).toBe("Dr Okafor came. My mentor rang.");
  });

  it("tells the same words apart wherever they come again, and knows them while other words change", () => {
    const twice = "Dr Okafor rang. Dr Okafor came.";
    const keys = (of: string) =>
      reviewParts(
        [{ id: "one", label: "", text: of }],
        [markIdentifying(of)],
        new Map(),
      )[0]?.marks.map(({ key }) => key);
    expect(new Set(keys(twice)).size).toBe(2);
    expect(keys(`It rained. ${twice}`)).toEqual(keys(twice));
    expect(leaving(twice, null, { type: "accepted" })).toBe("Dr Okafor rang. The colleague came.");
  });
});
