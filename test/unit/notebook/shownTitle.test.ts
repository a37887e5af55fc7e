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
        expect(short.length).toBeGreaterThan(longestTitle - 30);
        expect(short.length).toBeLessThanOrEqual(longestTitle + 1);
      }
    }),
  );
});

it("a cut title ends at a word", () => {
  expect(shortTitle({ title: "Fans before June ".repeat(40) })).toMatch(/(?:Fans|before|June)…$/);
});
