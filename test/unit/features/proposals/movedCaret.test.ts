import fc from "fast-check";
import { expect, test } from "vitest";
import { movedCaret } from "#features/proposals/movedCaret.ts";

test("a caret stays beside the same words when others are put in before or after it", () => {
  expect(movedCaret("We rang.", "Again: We rang.", 7)).toBe(14);
  expect(movedCaret("We rang.", "We rang. Twice.", 7)).toBe(7);
  expect(movedCaret("We rang.", "We rang. Twice.", 8)).toBe(8);
  expect(movedCaret("alpha gone omega", "alpha omega", 8)).toBe(6);
});

test("whatever changed, the caret stays within the text, and one before or after the change keeps its neighbours", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.string(),
      fc.nat(40),
      (head, was, is, tail, at) => {
        const before = head + was + tail;
        const after = head + is + tail;
        const caret = Math.min(at, before.length);
        const moved = movedCaret(before, after, caret);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(after.length);
        if (caret <= head.length) expect(moved).toBe(caret);
      },
    ),
  );
});
