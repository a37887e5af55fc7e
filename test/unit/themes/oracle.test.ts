import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { comingBack } from "../../../src/exchange/example/comingBack.ts";
import type { ExampleEntry } from "../../../src/exchange/example/ExampleEntry.ts";
import { oneOffs } from "../../../src/exchange/example/oneOffs.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { type LabelledText, plantedYear } from "./plantedYear.ts";
import { nothingWritten, type Outcome, type Written, writeTruthfully } from "./truthfulWriter.ts";

// The figures of docs/themes.md on fewer writers, with room for that: a change that halves what is
// recovered, or asks twice as often, fails here and not in a run by hand.
const share = ({ entries, asked, useful, themes, recovered }: Outcome) => ({
  recovered: recovered / themes,
  asked: asked / entries,
  useful: useful / asked,
});

const sum = (a: Outcome, b: Outcome): Outcome => ({
  entries: a.entries + b.entries,
  asked: a.asked + b.asked,
  useful: a.useful + b.useful,
  themes: a.themes + b.themes,
  recovered: a.recovered + b.recovered,
});

const wordsOf = ({ text, parts }: ExampleEntry) => text ?? Object.values(parts ?? {}).join("\n\n");
const exampleYear: readonly Written[] = [...comingBack, ...oneOffs]
  .map((example, index) => ({
    id: `e${index}`,
    day: 365 - example.daysAgo,
    text: wordsOf(example),
    subjects: [example.thread ?? `once-${index}`],
    planted: example.thread ?? null,
  }))
  .sort((a, b) => a.day - b.day);

/** At least so much recovered and useful, at most so much asked: a little under what was measured. */
function expectShare(outcome: Outcome, bar: ReturnType<typeof share>, of: string): void {
  const found = share(outcome);
  expect(found.recovered, `${of}: recovered`).toBeGreaterThanOrEqual(bar.recovered);
  expect(found.asked, `${of}: asked`).toBeLessThanOrEqual(bar.asked);
  expect(found.useful, `${of}: useful`).toBeGreaterThanOrEqual(bar.useful);
}

describe("a truthful writer", () => {
  it("gets back every theme but one of the example's year, and is mostly asked about what comes back", () => {
    // Measured 1 / .67 / .71; most of the year is about its six themes.
    const bar = { recovered: 5 / 6, asked: 0.72, useful: 0.65 };
    expectShare(writeTruthfully(exampleYear, nothingWritten), bar, "example");
  });

  const data = "../shared/data/themes/dev.jsonl";
  const writers = 6;
  it.runIf(existsSync(data))(
    "gets back about as much of each set as docs/themes.md says",
    { timeout: 240_000 },
    () => {
      const texts = readFileSync(data, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LabelledText);
      // Measured: nhs .56/.50/.32, safecom .72/.55/.53, banking .83/.56/.70, journal .89/.46/.65.
      const bars = {
        nhs: { recovered: 0.44, asked: 0.58, useful: 0.28 },
        safecom: { recovered: 0.61, asked: 0.6, useful: 0.48 },
        banking: { recovered: 0.72, asked: 0.6, useful: 0.64 },
        journal: { recovered: 0.77, asked: 0.52, useful: 0.59 },
      };
      let pooled = nothingWritten;
      for (const [set, bar] of Object.entries(bars)) {
        const ofSet = texts.filter((text) => text.set === set);
        const random = seededRandom(23);
        let outcome = nothingWritten;
        for (let writer = 0; writer < writers; writer += 1) {
          outcome = writeTruthfully(plantedYear(ofSet, random), outcome);
        }
        expectShare(outcome, bar, set);
        pooled = sum(pooled, outcome);
      }
      expectShare(pooled, { recovered: 0.69, asked: 0.56, useful: 0.5 }, "pooled");
    },
  );
});
