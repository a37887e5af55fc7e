import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutMarkdown } from "#notebook/cutMarkdown.ts";

describe("cutting a long text to be drawn", () => {
  it("loses nothing: joined by blank lines it is the text again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 200 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 200 }),
        (pieces, times) => {
          const text = pieces.join("\n\n").repeat(times);
          const cut = cutMarkdown(text);
          expect(cut.map((piece) => piece.text).join("\n\n")).toBe(text);
          expect(new Set(cut.map((piece) => piece.at)).size).toBe(cut.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("draws a short text in one go", () => {
    expect(cutMarkdown("a\n\nb")).toEqual([{ at: 0, text: "a\n\nb", isPlain: false }]);
    expect(cutMarkdown("")).toHaveLength(1);
  });

  it("never reads 100,000 letters as Markdown in one go", () => {
    const paragraphs = `${"word ".repeat(100)}\n\n`.repeat(200);
    for (const piece of cutMarkdown(paragraphs)) expect(piece.text.length).toBeLessThan(12_001);
    expect(cutMarkdown("x".repeat(100_000))).toEqual([
      { at: 0, text: "x".repeat(100_000), isPlain: true },
    ]);
  });
});
