import { existsSync, readFileSync } from "node:fs";

const source = "../shared/data/themes/dev.jsonl";

/** Made up, for a plain clone: short comments in which parking and discharge medicines come back. */
function madeUp(count: number): string[] {
  const places = ["on the ward", "in clinic", "at reception", "in the day unit", "by the lifts"];
  const subjects = [
    "Parking was full again and I walked a mile",
    "We waited three hours for the discharge medicines",
    "The call bell was answered quickly",
    "The waiting room chairs are uncomfortable",
    "Letters arrive after the appointment",
    "The car park machine took cards only",
    "Staff explained every step kindly",
  ];
  return Array.from(
    { length: count },
    (_, index) =>
      `${subjects[index % subjects.length]} ${places[index % places.length]}, note ${index}.`,
  );
}

/** The NHS comments of shared/data, or made-up ones where it is absent; 4,530 or 700 texts. */
export function writtenComments(): readonly string[] {
  if (!existsSync(source)) {
    console.log(`${source} is not here: the journey runs on made-up comments.`);
    return madeUp(700);
  }
  return readFileSync(source, "utf8")
    .split("\n")
    .filter((line) => line.includes('"set":"nhs"'))
    .map((line) => JSON.parse(line).text as string);
}

/** The texts as lines for Import, spread evenly over the two years before `now`, an hour before it at the latest. */
export function spreadOverTime(texts: readonly string[], now: number) {
  const span = 730 * 86_400_000;
  return texts.map((text, index) => ({
    text,
    at: new Date(
      now - 3_600_000 - (span * (texts.length - 1 - index)) / texts.length,
    ).toISOString(),
  }));
}

/** A stretch of words in the middle of `count` of the texts, long enough to stand in no file by chance, from all over them. */
export function distinctiveSentences(texts: readonly string[], count: number): readonly string[] {
  const long = texts.filter((text) => /^[\x20-\x7e]{60,}$/.test(text));
  return Array.from({ length: count }, (_, index) => {
    const text = long[Math.floor((index * long.length) / count)] ?? "";
    return text.slice(20, 50).trim();
  });
}
