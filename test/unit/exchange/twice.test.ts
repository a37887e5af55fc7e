import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { TimesKept } from "#core/exchange/Importing.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import { createReader } from "#reading/createReader.ts";
import { createThemeEngine } from "#themes/createThemeEngine.ts";
import { processorNow } from "../../processorNow.ts";
import { entryId, entryOf, MemoryJournal, testPlatform } from "../reading/journal.ts";
import { file, imported, reading } from "./importing.ts";

/** A journal that imports are taken into, and asked by the next one, as the app does. */
function openJournal() {
  const journal = new MemoryJournal();
  const reader = createReader(journal, createThemeEngine(), testPlatform());
  const timesKept: TimesKept = (found) => reader.timesKept(found, journal.mark);
  const bring = async (files: readonly SourceFile[], leaveOutRepeats = false) => {
    const { preview } = await reading(files, { leaveOutRepeats }, {}, timesKept);
    if (!preview.ok) return { added: [], alreadyHere: 0 };
    const { entries } = await imported(files, { leaveOutRepeats }, {}, timesKept);
    journal.write(...entries);
    return { added: entries, alreadyHere: preview.value.alreadyHere };
  };
  const held = () =>
    [...journal.rows.values()].flatMap(({ record }) => (record.kind === "entry" ? [record] : []));
  return { journal, reader, bring, held };
}

/** Something written elsewhere: few words and few days, so that some are alike. */
interface Written {
  readonly text: string;
  readonly at: Date | null;
}
const written: fc.Arbitrary<Written> = fc.record({
  text: fc.oneof(
    fc.constantFrom("Late TTOs", "Bed was free", "Cafe\u0301 round", "Caf\u00e9 round"),
    fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .filter((text) => /^[\p{L}\p{N}]+$/u.test(text)),
  ),
  at: fc.option(
    fc
      .integer({ min: 0, max: 6 })
      .map((hours) => new Date(Date.UTC(2026, 2, 12, 9) + hours * 9 * 3_600_000)),
    { freq: 4 },
  ),
});

/** The same things as files of each foreign format. */
const formats: Readonly<Record<string, (all: readonly Written[]) => readonly SourceFile[]>> = {
  "JSON Lines": (all) => [
    file(
      "notes.jsonl",
      all.map(({ text, at }) => JSON.stringify({ text, ...(at ? { at } : {}) })).join("\n"),
    ),
  ],
  "a table": (all) => [
    file(
      "notes.csv",
      Papa.unparse([
        ["text", "date"],
        ...all.map(({ text, at }) => [text, at?.toISOString() ?? ""]),
      ]),
    ),
  ],
  "Day One": (all) => [
    file(
      "Journal.json",
      JSON.stringify({
        metadata: { version: "1.0" },
        entries: all.map(({ text, at }, index) => ({
          uuid: String(index),
          text,
          ...(at ? { creationDate: at.toISOString() } : {}),
        })),
      }),
    ),
  ],
  Markdown: (all) =>
    all.map(({ text, at }, index) =>
      file(`${index}.md`, `---\n${at ? `date: ${at.toISOString()}\n` : ""}---\n\n${text}\n`),
    ),
};

for (const [name, filesOf] of Object.entries(formats)) {
  test(`${name} brought in again adds nothing, says how many are there, and brings back what was taken out`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        async (all, pick) => {
          const { bring, held, journal } = openJournal();
          const first = await bring(filesOf(all));
          expect(first.alreadyHere).toBe(0);
          const second = await bring(filesOf(all));
          expect(second.added).toEqual([]);
          expect(second.alreadyHere).toBe(first.added.length);
          expect(held()).toHaveLength(first.added.length);
          const gone = first.added[pick % first.added.length];
          if (!gone) return;
          journal.purge(gone.id);
          const third = await bring(filesOf(all));
          expect(third.added.map(entryText)).toHaveLength(1);
          expect(third.added[0]?.happened.precision).toBe(gone.happened.precision);
          expect(held()).toHaveLength(first.added.length);
        },
      ),
      { numRuns: 40 },
    );
  });
}

test("what one file holds and another brings is known whatever the format", async () => {
  const all = [
    { text: "Late TTOs", at: new Date(Date.UTC(2026, 2, 12, 9)) },
    { text: "Bed was free at ten", at: null },
  ];
  const { bring } = openJournal();
  expect((await bring(formats["Day One"]?.(all) ?? [])).added).toHaveLength(2);
  for (const filesOf of Object.values(formats))
    expect(await bring(filesOf(all))).toMatchObject({ added: [], alreadyHere: 2 });
});

test("other words, another moment or a deleted entry is not the same", async () => {
  const { bring, journal, held } = openJournal();
  const at = new Date(Date.UTC(2026, 2, 12, 9));
  const lines = (text: string, moment: Date) =>
    formats["JSON Lines"]?.([{ text, at: moment }]) ?? [];
  await bring(lines("Late TTOs", at));
  expect((await bring(lines("Late TTOs again", at))).added).toHaveLength(1);
  expect((await bring(lines("Late TTOs", new Date(at.getTime() + 60_000)))).added).toHaveLength(1);
  expect((await bring(lines("Late TTOs", at))).added).toHaveLength(0);
  const deleted = held().map((entry): Entry => ({ ...entry, deletedAt: instant(1) }));
  journal.write(...deleted);
  expect((await bring(lines("Late TTOs", at))).added).toHaveLength(1);
});

test("ten thousand entries, all alike or all different, are compared in bounded time", async () => {
  for (const textOf of [() => "The same words.", (n: number) => `Entry ${n} about the linen.`]) {
    const { journal, reader } = openJournal();
    const happened = { at: instant(Date.UTC(2026, 2, 12)), precision: "day" } as const;
    journal.write(
      ...Array.from({ length: 10_000 }, (_, n) => entryOf(`e${n}`, textOf(n), { happened })),
    );
    await reader.entry(entryId("e9999"), journal.mark);
    const started = processorNow();
    const times = await reader.timesKept(
      Array.from({ length: 10_000 }, (_, n) => ({ text: textOf(n), happened })),
      journal.mark,
    );
    expect(new Set(times)).toEqual(new Set([textOf(0) === textOf(1) ? 10_000 : 1]));
    expect(processorNow() - started).toBeLessThan(2_000);
  }
});
