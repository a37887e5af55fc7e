import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "#core/proposal/sentencesOf.ts";
import { processorNow } from "../../../processorNow.ts";

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe("sentencesOf", () => {
  test("cuts plain prose at full stops, question marks and exclamation marks", () => {
    expect(texts("TTOs were late again. Why? Nobody knew!  We rang twice.")).toEqual([
      "TTOs were late again.",
      "Why?",
      "Nobody knew!",
      "We rang twice.",
    ]);
  });

  test("does not end a sentence at titles, initials and e.g.", () => {
    expect(
      texts("Mrs. Jones saw Dr. J. Smith at 4 p.m. about her meds, e.g. Warfarin. She waited."),
    ).toEqual([
      "Mrs. Jones saw Dr. J. Smith at 4 p.m. about her meds, e.g. Warfarin.",
      "She waited.",
    ]);
    expect(texts("We moved her to bay B. Nobody told us.")).toEqual([
      "We moved her to bay B.",
      "Nobody told us.",
    ]);
  });

  test("takes list items, headings, quotes and boxes as sentences without their marks", () => {
    expect(
      texts(
        "## Late shift\n- no fluids\n* two bleeps\n1. rang pharmacy\n> she cried\n- [x] told her",
      ),
    ).toEqual(["Late shift", "no fluids", "two bleeps", "rang pharmacy", "she cried", "told her"]);
  });

  test("joins wrapped lines that go on in lower case, and keeps other lines apart", () => {
    expect(texts("We rang pharmacy\ntwice today.\nNo answer\nTwo beds blocked")).toEqual([
      "We rang pharmacy\ntwice today.",
      "No answer",
      "Two beds blocked",
    ]);
  });

  test("keeps what is only emoji, and leaves out what is only marks", () => {
    expect(texts("😀😀😀\n\n---\n\n…")).toEqual(["😀😀😀"]);
  });

  test("every sentence is exactly its stretch of the text, in order, without overlap, without outer space", () => {
    const noisy = fc.array(
      fc.oneof(
        fc.constantFrom(
          "Dr. ",
          "e.g. ",
          "\n",
          "\r\n",
          "\n\n",
          "- ",
          "1. ",
          "> ",
          "# ",
          ". ",
          "! ",
          " ",
        ),
        fc.string({ unit: "grapheme", maxLength: 12 }),
        fc.string({ unit: "binary", maxLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(noisy, (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const sentence of sentencesOf(text)) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(sentence.text.trim()).toBe(sentence.text);
          expect(sentence.text).not.toBe("");
          last = sentence.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("no letter or digit of prose is lost between sentences", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme-ascii", minLength: 1 })), (pieces) => {
        const text = pieces.map((piece) => `x${piece.replace(/[\n\r]/g, " ")}`).join(". ");
        const letters = (all: string) => all.replace(/[^\p{L}\p{N}]/gu, "");
        expect(letters(texts(text).join(""))).toBe(letters(text));
      }),
    );
  });

  test("100,000 characters of abbreviations take no more than a moment", () => {
    const text = "Dr. ".repeat(25_000);
    const before = processorNow();
    sentencesOf(text);
    expect(processorNow() - before).toBeLessThan(5_000);
  });
});
