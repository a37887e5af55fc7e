import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createThemeEngine } from "#themes/createThemeEngine.ts";
import { asEntries, entry, entryId, journal, wardYear } from "./writers.ts";

const words = (text: string): string =>
  text.toLowerCase().replaceAll("’", "'").replace(/\s+/gu, " ");

describe("shared terms", () => {
  const engine = createThemeEngine();
  for (const one of wardYear) engine.put(one);

  it("are what these entries share and the rest do not, in the writer's own forms", () => {
    const shown = engine.terms([1, 3, 6, 9].map(entryId)).map((term) => term.shown);
    expect(shown[0]).toBe("pharmacy");
    const bleeps = engine.terms([5, 7].map(entryId)).map((term) => term.shown);
    expect(["bleep", "bleeps"]).toContain(bleeps[0]);
  });

  it("say nothing twice and are at most eight", () => {
    engine.put(
      entry(
        "a",
        60,
        "The group and save sample was rejected by the lab again today for a missing signature on the form, porter waiting",
      ),
    );
    engine.put(
      entry(
        "b",
        61,
        "The group and save sample was rejected by the lab again today for a missing signature on the form, porter waiting",
      ),
    );
    const terms = engine.terms([entryId("a"), entryId("b")]);
    expect(terms.length).toBeLessThanOrEqual(8);
    const all = terms.flatMap((term) => term.shown.split(" "));
    expect(new Set(all).size).toBe(all.length);
  });

  it("name a thing of the trade only where its words have not been given", () => {
    const own = createThemeEngine();
    own.put(entry("quiet", 1, "Quiet day."));
    own.put(entry("loud", 2, "It can be loud, I like it quiet."));
    own.put(entry("tto", 3, "TTOs late."));
    own.put(entry("home", 4, "Waiting for take-home tablets."));
    const shown = (...ids: string[]) => own.terms(ids.map(entryId)).map((term) => term.shown);
    expect(shown("quiet", "loud")).toEqual(["quiet"]);
    expect(["TTOs", "take-home tablets"]).toContain(shown("tto", "home")[0]);
  });

  it("keep the capitals that are theirs, not those of a beginning or of shouting", () => {
    const own = createThemeEngine();
    own.put(entry("a", 1, "TTOs late again. Priya and the porter waited. Porter cross."));
    own.put(entry("b", 2, "Waiting for TTOs with Priya, porter gone."));
    own.put(entry("c", 3, "THE SLUICE DOOR IS STUCK"));
    own.put(entry("d", 4, "SLUICE STUCK"));
    const shown = (...ids: string[]) => own.terms(ids.map(entryId)).map((term) => term.shown);
    expect(shown("a", "b")).toEqual(expect.arrayContaining(["TTOs", "Priya", "porter"]));
    own.put(entry("e", 5, "Tape on the machine says PLUG ME IN."));
    own.put(entry("f", 6, "Nobody put the plug of the machine in."));
    expect(shown("e", "f")).toContain("plug");
    expect(shown("c", "d").join(" ")).toBe(shown("c", "d").join(" ").toLowerCase());
  });

  it("are never numbers or times of the clock", () => {
    const own = createThemeEngine();
    own.put(entry("a", 1, "Four going home at half past two o'clock."));
    own.put(entry("b", 2, "At half past four, two o'clock taxis."));
    expect(own.terms([entryId("a"), entryId("b")])).toEqual([]);
  });

  it("are never words that only say when or how many", () => {
    const own = createThemeEngine();
    own.put(entry("a", 1, "Third Tuesday night of the month, two hours in the evening."));
    own.put(entry("b", 2, "Tuesday night again, third month, evening, hours."));
    expect(own.terms([entryId("a"), entryId("b")])).toEqual([]);
  });

  it("all occur in the writer's words, whatever was written", () => {
    fc.assert(
      fc.property(journal, (written) => {
        const entries = asEntries(written);
        const own = createThemeEngine();
        for (const one of entries) own.put(one);
        for (const { shown } of own.terms(entries.map((one) => one.id))) {
          expect(entries.some((one) => words(one.text).includes(words(shown)))).toBe(true);
        }
      }),
    );
  });
});

describe("an excerpt", () => {
  const engine = createThemeEngine();
  for (const one of wardYear) engine.put(one);
  const terms = engine.terms([1, 3, 6, 9].map(entryId));
  const shown = (text: string) => {
    const { range, shared } = engine.excerpt(text, terms);
    const sentence = text.slice(range.start, range.end);
    return { sentence, marked: shared.map(({ start, end }) => sentence.slice(start, end)) };
  };

  it("is the sentence that says most of the terms, with the words marked as they stand", () => {
    const text = "🙂 A long day.  Then the PHARMACY’s bag came late: no TTOs!  I went home.";
    const { sentence, marked } = shown(text);
    expect(sentence).toBe("Then the PHARMACY’s bag came late: no TTOs!");
    expect(marked).toContain("PHARMACY’s");
    expect(marked).toContain("TTOs");
  });

  it("is the first sentence with a word where no term is said, and nothing where there is no word", () => {
    expect(shown("…\n\nQuiet shift. Slept well.").sentence).toBe("Quiet shift.");
    expect(shown("").sentence).toBe("");
  });

  it("is cut at words where a sentence never ends", () => {
    const endless = `${"so we went on and on ".repeat(300)}until the pharmacy opened ${"and on ".repeat(300)}`;
    const { sentence, marked } = shown(endless);
    expect(sentence.length).toBeLessThanOrEqual(320);
    expect(marked).toContain("pharmacy");
    expect(sentence).toBe(sentence.trim());
  });

  it("always stands in the text with its marks inside it, in order, not overlapping", () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom(
              "pharmacy",
              "TTOs",
              "was late",
              ".",
              "\n",
              "🙂",
              "discharge medicines",
              "- ",
              " ",
              "x",
            ),
            { maxLength: 40 },
          )
          .map((parts) => parts.join(" ")),
        (text) => {
          const { range, shared } = engine.excerpt(text, terms);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          let from = 0;
          for (const { start, end } of shared) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(from).toBeLessThanOrEqual(range.end - range.start);
        },
      ),
    );
  });
});
