import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelId } from "#core/identifiers.ts";
import { activeFilters } from "#features/journal/activeFilters.ts";
import { foundExcerpt } from "#features/journal/foundExcerpt.ts";
import { everything, type JournalSearch, toFilter } from "#features/journal/JournalSearch.ts";

const anySearch: fc.Arbitrary<JournalSearch> = fc.record({
  typed: fc.string(),
  tags: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
  feeling: fc.constantFrom("any", "went-well", "got-in-the-way", "neither"),
  setting: fc.constantFrom("", " ", "Ward 4"),
  model: fc.constantFrom<JournalSearch["model"]>("any", "gibbs" as ModelId),
  fromDay: fc.constantFrom("", "2026-01-01", "not a day"),
  toDay: fc.constantFrom("", "2026-02-01"),
  forAppraisal: fc.boolean(),
});
const models = { nameOf: (id: ModelId) => `model ${id}` };

describe("filters of the journal", () => {
  it("lifting them one after another leaves only the words", () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        let now = search;
        for (let left = activeFilters(now, models); left[0]; left = activeFilters(now, models)) {
          expect(left[0].name).toMatch(/\S|^.+$/su);
          now = left[0].without;
        }
        expect(toFilter(now)).toEqual({});
        expect(now.typed).toBe(search.typed);
      }),
    );
  });

  it("is none where nothing is chosen", () => {
    expect(activeFilters(everything, models)).toEqual([]);
    expect(toFilter(everything)).toEqual({});
  });

  it("takes in the whole of the last day", () => {
    const { from, to } = toFilter({ ...everything, fromDay: "2026-11-19", toDay: "2026-11-19" });
    expect(from).toBeDefined();
    expect(Number(to) - Number(from)).toBe(24 * 60 * 60 * 1000);
  });
});

describe("what is shown of a found entry", () => {
  it("holds a found word wherever it stands, and marks only found words", () => {
    const filler = fc
      .array(fc.constantFrom("ward", "tea", "late", "the", "😀"), { maxLength: 400 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const text = `${before} Parking ${after}`;
        const excerpt = foundExcerpt(text, new Set(["parking"]));
        expect(excerpt).not.toBeNull();
        const marked = excerpt?.marks.map(({ start, end }) => excerpt.text.slice(start, end));
        expect(marked).toEqual(["Parking"]);
        expect(excerpt?.text.length).toBeLessThanOrEqual(290);
      }),
    );
  });

  it("is nothing where no word was found", () => {
    expect(foundExcerpt("tea and toast", new Set(["parking"]))).toBeNull();
  });
});
