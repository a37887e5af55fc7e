import fc from "fast-check";
import { type Instant, instant } from "#base/Clock.ts";
import type { EntryId, JudgementId, ThemeId } from "#core/identifiers.ts";
import { makeTheme } from "#core/theme/makeTheme.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import type { EngineEntry, ThemeEngine } from "#themes/createThemeEngine.ts";

/** Made-up writing for the tests of the theme engine. */
export const day = 86_400_000;
const start = Date.UTC(2026, 0, 1, 8);
export const onDay = (number: number): Instant => instant(start + number * day);
export const entryId = (name: number | string) => `e${name}` as EntryId;

export const entry = (name: number | string, onDayNumber: number, text: string): EngineEntry => ({
  id: entryId(name),
  at: onDay(onDayNumber),
  text,
  tags: [],
});

export const theme = (id: string, entries: readonly EntryId[]): Theme =>
  makeTheme({ id: id as ThemeId, entries, how: "said", at: onDay(0) });

export const judgement = (
  id: number,
  one: EntryId,
  other: EntryId,
  verdict: Judgement["verdict"],
): Judgement => ({
  kind: "judgement",
  id: `j${id}` as JudgementId,
  entry: one,
  earlier: other,
  verdict,
  createdAt: onDay(0),
  editedAt: onDay(0),
  deletedAt: null,
});

/** A ward's year in small: three things come back, the rest is told once. */
export const wardYear: readonly EngineEntry[] = [
  entry(0, 1, "Lovely morning, cake for a patient turning one hundred."),
  entry(1, 3, "Discharge slipped to the evening because the TTOs were not ready in pharmacy."),
  entry(2, 8, "The hoist sling was missing and she stayed in bed all day."),
  entry(3, 12, "Three people waited for take-home tablets. Pharmacy had the charts since noon."),
  entry(4, 20, "Parking was impossible, I arrived late and flustered."),
  entry(5, 26, "Nineteen bleeps during one ward round, two of them urgent."),
  entry(6, 33, "Discharge medicines late again; pharmacy rang at five to say the bag was ready."),
  entry(7, 41, "The bleep went every six minutes. I could not finish one clerking."),
  entry(8, 47, "Taught suturing to students with pig trotters."),
  entry(
    9,
    55,
    "He went home without his TTO, his daughter came back for it at nine. Pharmacy was shut.",
  ),
];

/** Text of a handful of made-up words, so that entries often share some. */
export const text = fc
  .array(
    fc.constantFrom(
      ..."bleep pharmacy sling parking tablets late hoist the and ward 🙂 家 tto rota take-home tablets, group ward’s".split(
        " ",
      ),
    ),
    {
      maxLength: 12,
    },
  )
  .map((words) => words.join("  "));

/** Any journal: entries at any time, some at the same. */
export const journal = fc.uniqueArray(
  fc.record({ name: fc.nat(30), day: fc.integer({ min: -400, max: 400 }), text }),
  { minLength: 2, maxLength: 14, selector: ({ name }) => name },
);
export const asEntries = (
  written: readonly { readonly name: number; readonly day: number; readonly text: string }[],
): readonly EngineEntry[] => written.map((one) => entry(one.name, one.day, one.text));

/** Every entry has a date here. */
export const everyEntry = (): boolean => true;

/** Everything that can be asked of an engine about these entries. */
export const answersOf = (engine: ThemeEngine, entries: readonly EngineEntry[]) => {
  const ids = entries.map((one) => one.id).sort();
  return {
    reminders: ids.map((id) => engine.reminders(id)),
    threads: engine.threads(),
    prompts: engine.prompts(onDay(60), everyEntry),
    terms: engine.terms(ids),
  };
};
