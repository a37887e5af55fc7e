import { existsSync, readFileSync } from "node:fs";

/** One line of a JSON Lines import. */
export interface BenchEntry {
  readonly text: string;
  readonly at: string;
}

const real = new URL("../../../shared/data/themes/dev.jsonl", import.meta.url);
const day = 86_400_000;
const openings = ["This morning", "On the late shift", "Before handover", "During the round"];
const subjects = ["the discharge medicines", "parking", "a side room", "the hoist", "the printer"];
const happenings = ["came two hours late", "was nowhere to be found", "had to be asked for twice"];
const feelings = ["and the family waited.", "so I stayed on.", "which nobody had planned for."];

/** Made-up notes for machines without the real texts. */
const madeUp: readonly string[] = openings.flatMap((opening) =>
  subjects.flatMap((subject) =>
    happenings.flatMap((happening) =>
      feelings.map((feeling) => `${opening} ${subject} ${happening} ${feeling}`),
    ),
  ),
);

function realTexts(): readonly string[] {
  return readFileSync(real, "utf8")
    .split("\n")
    .filter((line) => line.includes('"set":"nhs"'))
    .map((line) => String((JSON.parse(line) as { readonly text: unknown }).text));
}

/** Where the texts come from, as the results say it. */
export const textSource = existsSync(real) ? "4,530 NHS comments" : "made-up notes";

const texts = existsSync(real) ? realTexts() : madeUp;

/** The oldest entry of every journal holds every word the bench searches for. */
const first = "No parking again; staff and families were waiting for the discharge medicines.";

/** `count` different entries spread evenly over the two years before `until`, oldest first. */
export const benchEntries = (count: number, until: number): readonly BenchEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const text = index === 0 ? first : (texts[index % texts.length] ?? "");
    const round = Math.floor(index / texts.length);
    const more = round === 0 ? "" : ` ${texts[(index * 7 + round) % texts.length] ?? ""}`;
    const at = until - Math.round(((count - index) / count) * 730 * day);
    return { text: `${text}${more}`, at: new Date(at).toISOString() };
  });
