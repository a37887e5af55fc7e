import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { BatchId } from "#core/identifiers.ts";
import { batches } from "#reading/batches.ts";
import { entryFilter } from "#reading/entryFilter.ts";
import { entryLine } from "#reading/entryLine.ts";
import { shelve } from "#reading/Shelved.ts";
import { newestFirst, Timeline } from "#reading/Timeline.ts";
import { UseCounts } from "#reading/UseCounts.ts";
import { entryOf, modelId } from "./journal.ts";

describe("the timeline", () => {
  const change = fc.record({
    add: fc.boolean(),
    at: fc.integer({ min: 0, max: 5 }),
    createdAt: fc.integer({ min: 0, max: 2 }),
    pick: fc.nat(),
    look: fc.boolean(),
  });

  test("is newest first after any adding and taking out, looked at or not", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const timeline = new Timeline();
        let here: Entry[] = [];
        for (const [number, { add, at, createdAt, pick, look }] of changes.entries()) {
          if (add || here.length === 0) {
            const entry = entryOf(`e${number}`, "text", {
              happened: { at: instant(at), precision: "day" },
              createdAt: instant(createdAt),
            });
            here.push(entry);
            timeline.add(entry);
          } else {
            const gone = here[pick % here.length];
            if (gone === undefined) continue;
            here = here.filter((entry) => entry !== gone);
            timeline.remove(gone);
          }
          if (look) timeline.entries();
        }
        expect(timeline.entries()).toEqual([...here].sort(newestFirst));
      }),
    );
  });

  test("does not depend on the order in which entries arrive", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (times) => {
        const made = times.map((at, number) =>
          entryOf(`e${number}`, "", { happened: { at: instant(at), precision: "day" } }),
        );
        const [forth, back] = [new Timeline(), new Timeline()];
        for (const entry of made) forth.add(entry);
        for (const entry of made.toReversed()) {
          back.add(entry);
          back.entries();
        }
        expect(back.entries()).toEqual(forth.entries());
      }),
    );
  });
});

describe("a filter", () => {
  const entry = entryOf("e", "text", {
    tags: ["Night Shift", "Café"],
    setting: "Elm Ward",
    feeling: "went-well",
    model: modelId("gibbs"),
    forAppraisal: true,
    happened: { at: instant(100), precision: "minute" },
  });
  const passes = (filter: Parameters<typeof entryFilter>[0], of: Entry = entry) =>
    entryFilter(filter)(shelve(of));

  test.each([
    [{}, true],
    [{ tags: ["night shift", "CAFE"] }, true],
    [{ tags: ["night shift", "other"] }, false],
    [{ tags: ["night"] }, false],
    [{ setting: "elm ward" }, true],
    [{ setting: "oak ward" }, false],
    [{ feeling: "went-well" as const, model: modelId("gibbs"), forAppraisal: true }, true],
    [{ feeling: "neither" as const }, false],
    [{ model: modelId("free") }, false],
    [{ forAppraisal: false }, false],
    [{ from: instant(100), to: instant(101) }, true],
    [{ from: instant(101) }, false],
    [{ to: instant(100) }, false],
    [{ inBin: true }, false],
  ])("%j", (filter, expected) => {
    expect(passes(filter)).toBe(expected);
  });

  test("by a period shows no entry without a date, whenever it came into the journal", () => {
    const undated = { ...entry, happened: { at: instant(100), precision: "unknown" as const } };
    expect(passes({ from: instant(0) }, undated)).toBe(false);
    expect(passes({ to: instant(200) }, undated)).toBe(false);
    expect(passes({ feeling: "went-well" }, undated)).toBe(true);
  });

  test("shows the bin only when asked to", () => {
    const binned = { ...entry, deletedAt: instant(1) };
    expect(passes({}, binned)).toBe(false);
    expect(passes({ inBin: true, feeling: "went-well" }, binned)).toBe(true);
  });
});

describe("a line", () => {
  test("holds the first 280 characters and never half of one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const line = entryLine(entryOf("e", `a${text}${"🙂".repeat(300)}`)).text;
        expect(line.length).toBeGreaterThanOrEqual(279);
        expect(line.length).toBeLessThanOrEqual(280);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
    expect(entryLine(entryOf("e", "🙂".repeat(300))).text).toBe("🙂".repeat(140));
    expect(entryLine(entryOf("e", `a${"🙂".repeat(300)}`)).text).toBe(`a${"🙂".repeat(139)}`);
  });

  test("counts the questions under which something was written", () => {
    const parts = ["one", "  ", "two"].map((text, number) => ({
      part: `m.${number}`,
      label: "",
      text,
    }));
    expect(entryLine(entryOf("e", "", { parts })).parts).toBe(2);
  });
});

describe("completion", () => {
  test("offers what was used most, first, in its most used spelling", () => {
    const uses = new UseCounts();
    for (const tag of ["parking", "Parking", "Parking", "pharmacy", "café", "porters "]) {
      uses.count(tag, 1);
    }
    expect(uses.startingWith("p", 9)).toEqual(["Parking", "pharmacy", "porters"]);
    expect(uses.startingWith("CAFE", 9)).toEqual(["café"]);
    expect(uses.startingWith("", 2)).toHaveLength(2);
    expect(uses.startingWith("arking", 9)).toEqual([]);
  });

  test("forgets what is no longer used", () => {
    const uses = new UseCounts();
    uses.count("parking", 1);
    uses.count("parking", -1);
    expect(uses.startingWith("", 9)).toEqual([]);
  });
});

test("batches hold every entry of an import, the latest import first", () => {
  const of = (id: string, batch: string, createdAt: number) =>
    entryOf(id, "", {
      origin: { type: "imported", batch: batch as BatchId },
      createdAt: instant(createdAt),
    });
  const made = [of("a", "one", 5), of("b", "two", 7), of("c", "one", 6), entryOf("d", "")];
  expect(batches(made)).toEqual([
    { batch: "two", type: "imported", entries: ["b"], at: 7 },
    { batch: "one", type: "imported", entries: ["a", "c"], at: 6 },
  ]);
});
