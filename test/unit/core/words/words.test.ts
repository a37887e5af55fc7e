import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "#core/words/foldText.ts";
import { markWords } from "#core/words/markWords.ts";
import { longestWord, wordsIn } from "#core/words/wordsIn.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
);
const wordsOf = (text: string) => [...wordsIn(text)].map(({ word }) => word);

describe("words", () => {
  test("stand in order, apart, and inside the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let after = 0;
        for (const { start, end, word } of wordsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(end).toBeGreaterThan(start);
          expect(word.length).toBeLessThanOrEqual(longestWord);
          after = end;
        }
        expect(after).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("are the same by themselves as within their text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, word } of wordsIn(text)) {
          expect(wordsOf(text.slice(start, end))).toEqual([word]);
        }
      }),
    );
  });

  test.each([
    ["The ward’s park-and-ride, 10:30.", ["the", "wards", "park", "and", "ride", "10", "30"]],
    ["snake_case __proto__", ["snake", "case", "proto"]],
    ["O'Neill don't", ["oneill", "dont"]],
    ["病棟で待つ", ["病", "棟", "で", "待", "つ"]],
    ["हिन्दी में", ["हिन्दी", "में"]],
    ["🙂 okay 🏴󠁧󠁢󠁷󠁬󠁳󠁿", ["🙂", "okay", "🏴"]],
    ["\u{fdfa}", ["صلىاللهعليهوسلم"]],
    ["", []],
  ])("of %j", (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

describe("folding", () => {
  test.each([
    ["CAFÉ", "cafe"],
    ["Łódź", "lodz"],
    ["Straße", "strasse"],
    ["ﬁt", "fit"],
    ["Ŵy", "wy"],
    ["İstanbul", "istanbul"],
    ["㎩", "pa"],
    ["한국", "한국"],
  ])("%s compares as %s", (text, folded) => {
    expect(foldText(text).normalize()).toBe(folded.normalize());
  });

  test("folded once is folded", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

test("marks stand exactly where the wanted words do", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, pick) => {
      const words = [...wordsIn(text)];
      const wanted = words[pick % Math.max(1, words.length)]?.word ?? "none";
      expect(markWords(text, [wanted])).toEqual(
        words.filter(({ word }) => word === wanted).map(({ start, end }) => ({ start, end })),
      );
    }),
  );
  expect(markWords("Parking", [])).toEqual([]);
});
