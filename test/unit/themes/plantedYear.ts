import type { Random } from "#base/Random.ts";
import { groupedBy, type Written } from "./truthfulWriter.ts";

/** A record of `../shared/data/themes/dev.jsonl`. */
export interface LabelledText {
  readonly id: string;
  readonly set: string;
  readonly text: string;
  readonly label: string;
  readonly kind: "theme" | "generic";
  readonly labels?: readonly string[];
}

const windowDays = 90;
const plantedThemes = 3;
const backgroundEntries = 80;
const subjectsOf = ({ labels, label }: LabelledText) => (labels?.length ? labels : [label]);

/** A number from 0 to 1 and an order, from a seed. */
function createDice(random: Random) {
  const roll = () => new DataView(random.bytes(4).buffer).getUint32(0) / 2 ** 32;
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: roll() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return { roll, below: (limit: number) => Math.floor(roll() * limit), shuffle };
}

/** Whether three of these days fall within the window. */
const comesBack = (days: readonly number[]) => {
  const inOrder = days.toSorted((a, b) => a - b);
  return inOrder.some(
    (day, index) => (inOrder[index + 2] ?? Number.POSITIVE_INFINITY) - day <= windowDays,
  );
};

/**
 * One writer's year from the texts of one set: three themes of four to seven entries, each within 90
 * days, and up to eighty entries of which no subject comes up more than twice in 90 days.
 */
export function plantedYear(texts: readonly LabelledText[], random: Random): readonly Written[] {
  const { below, shuffle } = createDice(random);
  const byLabel = groupedBy(
    texts.filter(({ kind }) => kind !== "generic"),
    ({ label }) => label,
  );
  const labels = [...byLabel].filter(([, all]) => all.length > 4).map(([label]) => label);
  const planted = shuffle(labels.sort()).slice(0, plantedThemes);
  const year = new Map<string, Written>();
  const write = (record: LabelledText, day: number, theme: string | null) =>
    year.set(record.id, {
      id: record.id,
      day,
      text: record.text,
      subjects: subjectsOf(record),
      planted: theme,
    });
  for (const label of planted) {
    const others = planted.filter((other) => other !== label);
    const fitting = (byLabel.get(label) ?? []).filter(
      (record) =>
        !year.has(record.id) && !subjectsOf(record).some((subject) => others.includes(subject)),
    );
    const start = below(365 - windowDays + 1);
    const size = 4 + below(4);
    for (const record of shuffle(fitting).slice(0, size))
      write(record, start + below(windowDays - 1), label);
  }
  const days = new Map<string, readonly number[]>();
  let background = 0;
  for (const record of shuffle(texts)) {
    if (background >= backgroundEntries) break;
    const subjects = subjectsOf(record).filter((subject) => subject !== "none");
    if (year.has(record.id) || subjects.some((subject) => planted.includes(subject))) continue;
    const day = below(365);
    const withThis = subjects.map(
      (subject) => [subject, [...(days.get(subject) ?? []), day]] as const,
    );
    if (withThis.some(([, all]) => comesBack(all))) continue;
    for (const [subject, all] of withThis) days.set(subject, all);
    write(record, day, null);
    background += 1;
  }
  return [...year.values()].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}
