import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryFilter } from "#core/journal/Reader.ts";
import { markWords } from "#core/words/markWords.ts";
import { wordsIn } from "#core/words/wordsIn.ts";
import { EntryReading } from "#reading/EntryReading.ts";
import { searchDocument } from "#reading/SearchDocument.ts";
import { SearchIndex } from "#reading/SearchIndex.ts";
import { Shelves } from "#reading/Shelves.ts";
import { entryOf, testPlatform } from "./journal.ts";

function journalOf(entries: readonly Entry[]) {
  const shelves = new Shelves();
  const index = new SearchIndex(testPlatform());
  for (const [order, entry] of entries.entries()) {
    shelves.put(entry, order + 1);
    index.put(searchDocument(entry));
  }
  return new EntryReading(shelves, index);
}
const foundIn = (entries: readonly Entry[], typed: string, filter: EntryFilter = {}) =>
  journalOf(entries).find(typed, filter).ids;

const letters = "abcdefghilmnoprstuwé".split("");
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((chosen) => chosen.join(""));
const entries = fc
  .array(
    fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 12 }),
      tags: fc.array(word, { maxLength: 2 }),
      day: fc.integer({ min: 0, max: 400 }),
      feeling: fc.constantFrom("went-well" as const, "got-in-the-way" as const, "neither" as const),
      binned: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((made) =>
    made.map(({ words, tags, day, feeling, binned }, number) =>
      entryOf(`e${number}`, words.join(" "), {
        tags,
        feeling,
        happened: { at: instant(day * 86_400_000), precision: "day" },
        deletedAt: binned && number > 0 ? instant(1) : null,
      }),
    ),
  );
const anyText = fc.oneof(fc.string({ unit: "grapheme", maxLength: 60 }), fc.lorem({ maxCount: 8 }));

describe("every word that was written finds its entry", () => {
  test("whatever the script", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const journal = journalOf([entryOf("only", text), entryOf("other", "quite another thing")]);
        for (const { start, end } of wordsIn(text)) {
          expect(journal.find(text.slice(start, end), {}).ids).toContain("only");
        }
      }),
    );
  });

  test("and letters that stand for marks alone are no words", () => {
    expect([...wordsIn("a \ufc5e b")].map(({ word }) => word)).toEqual(["a", "b"]);
  });

  test("in tags, setting, roles and the questions of one's own models", () => {
    const entry = entryOf("e", "text", {
      tags: ["Night shift"],
      setting: "Elm ward",
      roles: ["Porter"],
      parts: [{ part: "own.1", label: "What surprised me?", text: "kettle" }],
    });
    for (const typed of ["night", "elm", "porter", "surprised", "kettle"]) {
      expect(foundIn([entry], typed)).toEqual(["e"]);
    }
  });

  test("all typed words must match, each somewhere in the entry", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (journal, pick) => {
        const entry = journal[pick % journal.length];
        if (entry === undefined || entry.deletedAt !== null) return;
        const typed = [...wordsIn(entry.parts[0]?.text ?? "")].map((found) => found.word);
        expect(foundIn(journal, typed.slice(0, 5).join(" "))).toContain(entry.id);
      }),
    );
    const two = [entryOf("both", "parking pharmacy"), entryOf("one", "parking")];
    expect(foundIn(two, "parking pharmacy")).toEqual(["both"]);
  });
});

test("any beginning of the last word finds the entry", () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.integer({ min: 1, max: 12 }), (journal, pick, length) => {
      const first = journal[0];
      const words = [...wordsIn(first?.parts[0]?.text ?? "")];
      const chosen = words[pick % words.length]?.word ?? "";
      expect(foundIn(journal, chosen.slice(0, length))).toContain("e0");
      expect(foundIn(journal, `${words[0]?.word} ${chosen.slice(0, length)}`)).toContain("e0");
    }),
  );
});

describe("small typing errors", () => {
  const typo = fc.oneof(
    fc.record({ type: fc.constant("drop" as const), at: fc.nat() }),
    fc.record({
      type: fc.constantFrom("insert" as const, "replace" as const),
      at: fc.nat(),
      letter: fc.constantFrom(...letters),
    }),
    fc.record({ type: fc.constant("swap" as const), at: fc.nat() }),
  );
  const apply = (text: string, error: typeof typo extends fc.Arbitrary<infer T> ? T : never) => {
    const at = error.at % text.length;
    const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
    if (error.type === "drop") return before + after;
    if (error.type === "insert") return before + error.letter + here + after;
    if (error.type === "replace") return before + error.letter + after;
    return before + after.slice(0, 1) + here + after.slice(1);
  };

  test("one in a word of five letters or more still finds the entry", () => {
    fc.assert(
      fc.property(word, typo, anyText, (meant, error, around) => {
        fc.pre(meant.length >= 5);
        const typed = apply(meant, error);
        const journal = [entryOf("meant", `${around} ${meant}`), entryOf("b", "zzz")];
        expect(foundIn(journal, typed)).toContain("meant");
      }),
    );
  });

  test("do not come before what was typed exactly", () => {
    const journal = [entryOf("near", "the discharged"), entryOf("exact", "the discharge")];
    expect(foundIn(journal, "discharge")[0]).toBe("exact");
  });

  test("do not blur short words that are known", () => {
    const journal = [entryOf("pain", "pain"), entryOf("paid", "paid")];
    expect(foundIn(journal, "pain")).toEqual(["pain"]);
    expect(foundIn(journal, "pait")).toHaveLength(2);
  });
});

describe("filters", () => {
  const filter: fc.Arbitrary<EntryFilter> = fc.record(
    {
      feeling: fc.constantFrom("went-well" as const, "neither" as const),
      from: fc.integer({ min: 0, max: 400 }).map((day) => instant(day * 86_400_000)),
      to: fc.integer({ min: 0, max: 400 }).map((day) => instant(day * 86_400_000)),
      tags: fc.array(word, { maxLength: 1 }),
    },
    { requiredKeys: [] },
  );

  test("only ever take away, and agree with the timeline", () => {
    fc.assert(
      fc.property(entries, filter, word, (made, narrowed, typed) => {
        const journal = journalOf(made);
        const without = journal.find(typed, {}).ids;
        const within = journal.find(typed, narrowed).ids;
        const listed = new Set(journal.timeline(narrowed).ids);
        expect(new Set(within)).toEqual(new Set(without.filter((id) => listed.has(id))));
      }),
    );
  });

  test("what lies in the bin is found only there", () => {
    const journal = [
      entryOf("kept", "kettle"),
      entryOf("binned", "kettle", { deletedAt: instant(5) }),
    ];
    expect(foundIn(journal, "kettle")).toEqual(["kept"]);
    expect(foundIn(journal, "ket", { inBin: true })).toEqual(["binned"]);
  });
});

test("accents, capitals and apostrophes make no difference", () => {
  const journal = [entryOf("e", "The CAFÉ doesn’t open; Straße, Łódź, Iorwerth’s tŷ")];
  for (const typed of ["cafe", "Café", "doesnt", "doesn't", "strasse", "lodz", "iorwerths", "ty"]) {
    expect(foundIn(journal, typed), typed).toEqual(["e"]);
  }
});

test("of entries that match alike, the newer comes first", () => {
  const days = [3, 9, 1, 7];
  const journal = days.map((day) =>
    entryOf(`d${day}`, "no parking again", {
      happened: { at: instant(day * 86_400_000), precision: "day" },
    }),
  );
  for (const typed of ["parking", "p", "pa", "no parking", "again p"]) {
    expect(foundIn(journal, typed)).toEqual(["d9", "d7", "d3", "d1"]);
  }
});

test("the matched words mark the text they were found in", () => {
  const text = "Parking? The park-and-ride’s café was shut.";
  const { words } = journalOf([entryOf("e", text)]).find("cafe par", {});
  expect(markWords(text, words).map(({ start, end }) => text.slice(start, end))).toEqual([
    "Parking",
    "park",
    "café",
  ]);
});

test("nothing typed lists the timeline; only signs find nothing to look for", () => {
  const journal = journalOf([entryOf("a", "one"), entryOf("b", "two")]);
  for (const typed of ["", "  ", "—…"]) expect(journal.find(typed, {}).ids).toEqual(["a", "b"]);
});

test.each([
  ["a hundred thousand letters without a space", "a".repeat(100_000)],
  ["a hundred thousand words", "word ".repeat(100_000)],
  ["only pictograms", "🙂🚑".repeat(2_000)],
  ["names that objects have", "__proto__ constructor toString hasOwnProperty"],
])("%s is searched like anything else", (_what, text) => {
  const journal = journalOf([entryOf("long", text), entryOf("other", "other")]);
  expect(journal.find(text, {}).ids).toEqual(["long"]);
  expect(journal.find(text.slice(0, 5), {}).ids).toEqual(["long"]);
});
