import { describe, expect, it } from "vitest";
import { createThemeEngine } from "#themes/createThemeEngine.ts";
import { entry, entryId, onDay, wardYear } from "./writers.ts";

describe("counting how often a title comes up", () => {
  const engine = createThemeEngine();
  for (const one of [...wardYear].reverse()) engine.put(one);

  it("finds it in the same words and in others of the trade, in order of time", () => {
    const { entries, first } = engine.countMatches("Late TTOs");
    expect(entries).toEqual([1, 3, 6, 9].map(entryId).filter((id) => entries.includes(id)));
    expect(entries).toEqual(expect.arrayContaining([entryId(1), entryId(9)]));
    expect(first).toBe(onDay(3));
    expect(engine.countMatches("Bleeps").entries).toEqual([entryId(5), entryId(7)]);
  });

  it("counts nothing for a title without a telling word, or of which too little is said", () => {
    for (const title of ["", "and so on", "🙂", "42", "Helicopter fuel", "家"]) {
      expect(engine.countMatches(title)).toEqual({ entries: [], first: null });
    }
    expect(engine.countMatches("Parking fines at the helicopter landing pad").entries).toEqual([]);
  });

  it("never rests on a common word alone", () => {
    const own = createThemeEngine();
    own.put(entry("a", 1, "A long day."));
    own.put(entry("b", 2, "Phlebotomy did not come."));
    expect(own.countMatches("Day").entries).toEqual([]);
    expect(own.countMatches("Phlebotomy").entries).toEqual([entryId("b")]);
  });

  it("takes a title of any length in bounded time", () => {
    const title = "pharmacy helicopter ".repeat(5_000);
    expect(engine.countMatches(title).entries.length).toBeLessThanOrEqual(wardYear.length);
  });
});
