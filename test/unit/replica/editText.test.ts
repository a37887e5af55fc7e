import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { editText } from "#replica/editText.ts";
import { processorNow } from "../../processorNow.ts";

const shared = (text: string) => {
  const doc = new Y.Doc();
  const made = doc.getText("t");
  made.insert(0, text);
  return made;
};
const edited = (from: string, to: string) => {
  const text = shared(from);
  editText(text, to);
  return text;
};

test("a text reads what it was edited to", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(text, text, text, (start, from, to) => {
      expect(edited(start + from, start + to).toString()).toBe(start + to);
    }),
  );
});

test("an edit of a long text touches only what differs", () => {
  const line = (at: number) => `Line ${at}: the lift was out of order again today.\n`;
  const lines = Array.from({ length: 1000 }, (_, at) => line(at));
  const next = lines.with(3, "A new third line.\n").with(900, "And another.\n").join("");
  const text = shared(lines.join(""));
  let touched = 0;
  text.observe(({ changes }) => {
    for (const { insert, delete: gone } of changes.delta) {
      touched += (typeof insert === "string" ? insert.length : 0) + (gone ?? 0);
    }
  });
  editText(text, next);
  expect(text.toString()).toBe(next);
  expect(touched).toBeLessThan(200);
});

test("emoji are never cut in half", () => {
  const emoji = fc.constantFrom("😀", "😁", "👩🏽‍⚕️", "🏳️‍🌈", "𝒳", "a");
  const text = fc.array(emoji, { maxLength: 30 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const doc = edited(from, to).doc;
      if (doc === null) throw new Error("a document");
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      expect(copy.getText("t").toString()).toBe(to);
    }),
  );
});

test.each([
  ["one long line replaced by another", "a b ".repeat(25_000), "c d ".repeat(25_000)],
  ["many short lines replaced by others", "a\nb\n".repeat(25_000), "c\nd\n".repeat(25_000)],
  ["all emoji", "😀".repeat(50_000), `${"😀".repeat(25_000)}😁${"😀".repeat(24_000)}`],
  ["many different lines", lines(0), lines(50_000)],
])("a 100,000-character text is edited at once: %s", (_, from, to) => {
  const started = processorNow();
  expect(edited(from, to).toString()).toBe(to);
  expect(processorNow() - started).toBeLessThan(2_000);
});

function lines(from: number): string {
  return Array.from({ length: 15_000 }, (_, at) => `${from + at}\n`).join("");
}
