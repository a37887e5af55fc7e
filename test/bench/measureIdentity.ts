import { readFileSync } from "node:fs";
import { markIdentifying } from "#identity/markIdentifying.ts";
import type { BenchRow } from "./benchTable.ts";
import { median } from "./statistics.ts";

/** How long the texts are that the check is measured on, in words. */
const words = 300;
const rounds = 15;
/** Each round goes over every text so often, so that the clock's grain does not count. */
const times = 5;

/** Made-up notes of the identity tests, in stretches of `words` words. */
function texts(): readonly string[] {
  const all = ["wardNotes", "manyPlaces", "oneYear", "shortNotes", "heldOut"]
    .map((name) => readFileSync(new URL(`../unit/identity/${name}.txt`, import.meta.url), "utf8"))
    .join("\n")
    .replace(/\[[A-Z_]+\|([^|\]]+)[^\]]*\]/g, "$1")
    .split(/\s+/);
  return Array.from({ length: Math.floor(all.length / words) }, (_, at) =>
    all.slice(at * words, (at + 1) * words).join(" "),
  );
}

/** A plain pass: every word read once and put into lower case. */
function plainPass(text: string): number {
  let letters = 0;
  for (const [word] of text.matchAll(/[\p{L}\d'’-]+/gu)) letters += word.toLowerCase().length;
  return letters;
}

/** Milliseconds for one text, in the middle of the rounds. */
function timeOf(pass: (text: string) => unknown, over: readonly string[]): number {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    for (let turn = 0; turn < times; turn += 1) for (const text of over) pass(text);
    taken.push((performance.now() - began) / times / over.length);
  }
  return median(taken.slice(3));
}

/** The identity check with its suggestions, beside a plain pass over the same texts, in this process. */
export function measureIdentity(): readonly BenchRow[] {
  const over = texts();
  const plain = timeOf(plainPass, over);
  const check = timeOf(markIdentifying, over);
  return [
    {
      measure: `Identity check of ${words} words (issue 3: under 5 ms)`,
      unit: "ms",
      values: [check],
      budget: 5,
    },
    {
      measure: "… beside a plain pass over the words",
      unit: "ms",
      values: [plain],
      ratio: { of: "a plain pass", value: check / plain },
      budget: 60,
    },
  ];
}
