import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gistOf, termPlaces } from "#themes/gist.ts";
import { readWords } from "#themes/readWords.ts";
import { stemOf } from "#themes/stemOf.ts";

const keys = (text: string) => gistOf(text, []).map((term) => term.key);

describe("reading words", () => {
  it("gives words where they stand, without possessives, whatever the apostrophe", () => {
    const text = "Ward’s A&E, don't 🙂 naïve\u0301";
    expect(readWords(text).map(({ word }) => word)).toEqual([
      "ward",
      "a&e",
      "don't",
      "naïve\u0301".normalize("NFKC"),
    ]);
    for (const { start, end } of readWords(text)) expect(text.slice(start, end)).toMatch(/^\p{L}/u);
  });

  it("never leaves the text, and goes on from word to word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let from = 0;
        for (const { start, end } of readWords(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("stems", () => {
  it("make one of the forms of a word, British or American", () => {
    for (const [one, other] of [
      ["bleeps", "bleeping"],
      ["prioritise", "prioritize"],
      ["haemolysed", "hemolysed"],
      ["anaesthetist", "anesthetist"],
      ["labour", "labor"],
    ]) {
      expect(stemOf(one ?? "")).toBe(stemOf(other ?? ""));
    }
  });
});

describe("a gist", () => {
  it("leaves out what says nothing, and numbers", () => {
    expect(keys("I was there at 10 and it had been 22nd of the 3pm.")).toEqual([]);
  });

  it("knows the words of the trade for one thing", () => {
    const tto = keys("TTOs late").find((key) => key.startsWith("=tto"));
    expect(keys("waiting for take-home tablets")).toContain(tto);
    expect(keys("her discharge medication")).toContain(tto);
    expect(keys("on a DOAC")).toEqual(
      expect.arrayContaining(keys("apixaban").filter((key) => key.startsWith("="))),
    );
    expect(keys("NEWS2 not done").filter((key) => key.startsWith("="))).toEqual(
      keys("obs not done").filter((key) => key.startsWith("=")),
    );
  });

  it("pairs neighbouring words but never across the end of a sentence", () => {
    expect(keys("group and save bottle")).toContain("group save");
    expect(keys("The group. Save it.")).not.toContain("group save");
  });

  it("takes its forms from the text and its places in order", () => {
    const text = "The Bleeps went; bleeping all night in the side room";
    let from = 0;
    for (const { form, start, end } of termPlaces(text)) {
      expect(start).toBeGreaterThanOrEqual(from);
      from = start;
      expect(text.slice(start, end).toLowerCase()).toBe(form.toLowerCase());
    }
  });
});
