import fc from "fast-check";
import { expect, it } from "vitest";
import { longestTitle, shortTitle, shownTitle } from "#notebook/shownTitle.ts";

it("a title in a heading or a list is whole where one could type it, else its beginning, and never ends within a letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (title) => {
      const [whole, short] = [shownTitle({ title }), shortTitle({ title })];
      expect(short.isWellFormed()).toBe(whole.isWellFormed());
      if (whole.length <= longestTitle) expect(short).toBe(whole);
      else {
        expect(whole.startsWith(short.slice(0, -1))).toBe(true);
        expect(short.length).toBeGreaterThan(longestTitle - 45);
        expect(short.length).toBeLessThanOrEqual(longestTitle + 1);
      }
    }),
  );
});

it("a cut title ends at a word", () => {
  expect(shortTitle({ title: "Fans before June ".repeat(40) })).toMatch(/(?:Fans|before|June)…$/);
});

it.each([
  ["a family of several people", "👩‍👩‍👧‍👦"],
  ["a flag", "🇬🇧"],
  ["a letter with its marks", "e\u0301\u0323"],
])("a cut title never ends within what is read as one letter: %s", (_what, letter) => {
  for (let before = 0; before < letter.length; before++) {
    const short = shortTitle({ title: "a".repeat(before) + letter.repeat(100) });
    expect(short.slice(before, -1).replaceAll(letter, "")).toBe("");
  }
});

it("a letter with more marks than a title has room for is cut all the same, and never within a pair", () => {
  const short = shortTitle({ title: `e${"\u0301".repeat(148)}${"\u{1e8d0}".repeat(9)}` });
  expect(short).toHaveLength(150);
  expect(short.isWellFormed()).toBe(true);
});
