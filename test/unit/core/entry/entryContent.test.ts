import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import { addWord, longestWord, tidyWord } from "#core/entry/addWord.ts";
import { draftSchema, type Entry } from "#core/entry/Entry.ts";
import { draftOf, newDraft } from "#core/entry/newDraft.ts";
import { withPart } from "#core/entry/withPart.ts";
import { hasWords, writtenParts } from "#core/entry/writtenParts.ts";
import type { DraftId, EntryId, ModelId } from "#core/identifiers.ts";

const now = instant(1_700_000_000_000);
const blank = newDraft("d" as DraftId, "free" as ModelId, now);

describe("a draft", () => {
  it("begins blank, happening now, and fits its schema", () => {
    expect(hasWords(blank)).toBe(false);
    expect(blank.happened).toEqual({ at: now, precision: "minute" });
    expect(v.is(draftSchema, blank)).toBe(true);
  });

  it("of a kept entry has all that was said of it, and where it was opened", () => {
    const entry: Entry = {
      ...blank,
      kind: "entry",
      id: "e" as EntryId,
      tags: ["a"],
      origin: { type: "written" },
      createdAt: now,
      editedAt: now,
      deletedAt: null,
    };
    const basis = new Uint8Array([1, 2]);
    const draft = draftOf("d2" as DraftId, entry, basis, now);
    expect(draft.of).toEqual({ entry: "e", basis });
    expect(draft.tags).toEqual(["a"]);
    expect(v.is(draftSchema, draft)).toBe(true);
  });

  it("has no words while every part is blank or spaces", () => {
    expect(hasWords({ parts: [{ part: "a", label: "", text: " \n\t " }] })).toBe(false);
    expect(hasWords({ parts: [{ part: "a", label: "", text: "😀" }] })).toBe(true);
  });

  it("keeps one text for each part, whatever order they are written in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.string()), { minLength: 1 }),
        (writes) => {
          let content: Pick<Entry, "parts"> = { parts: [] };
          const last = new Map<string, string>();
          for (const [part, text] of writes) {
            content = withPart(content, part, "", text);
            last.set(part, text);
          }
          expect(new Map(content.parts.map(({ part, text }) => [part, text]))).toEqual(last);
          expect(content.parts.length).toBe(last.size);
          expect(writtenParts(content).every(({ text }) => text.trim() !== "")).toBe(true);
        },
      ),
    );
  });
});

describe("a tag, setting or role", () => {
  it("is one tidy line, however it was typed", () => {
    expect(tidyWord("  #night   shift\n")).toBe("night shift");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const word = tidyWord(typed);
        expect(tidyWord(word)).toBe(word);
        expect([...word].length).toBeLessThanOrEqual(longestWord);
        expect(word).not.toMatch(/[\n\t]|\s\s/);
      }),
    );
  });

  it("is there once, in whatever case it is typed, and never empty", () => {
    expect(addWord(["TTO"], "tto")).toEqual(["TTO"]);
    expect(addWord(["TTO"], "  ")).toEqual(["TTO"]);
    expect(addWord(["TTO"], "pharmacy")).toEqual(["TTO", "pharmacy"]);
  });
});
