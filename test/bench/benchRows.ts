import type { BenchRow } from "./benchTable.ts";
import { type JournalTimes, phases, type RawTimes } from "./JournalTimes.ts";
import { median, percentile95 } from "./statistics.ts";

/** The lines of the results. Budgets are those of architecture.md, section 6. */
export function benchRows(
  journals: readonly JournalTimes[],
  raw: RawTimes,
  scriptBytes: number,
): readonly BenchRow[] {
  const [smallest, largest] = [journals[0], journals.at(-1)];
  if (!smallest || !largest) throw new Error("nothing was measured");
  const each = (value: (journal: JournalTimes) => number) => journals.map(value);
  const row = (
    measure: string,
    values: readonly number[],
    more: Partial<BenchRow> = {},
  ): BenchRow => ({ measure, unit: "ms", values, ...more });
  const rawPutting = median(raw.presses.map(({ put }) => put));
  const rawAnswered = median(raw.presses.map(({ answered }) => answered));
  const hash = median(raw.slowHashes);
  const grown = (value: (journal: JournalTimes) => number) => ({
    of: `of ${smallest.size}`,
    value: value(largest) / value(smallest),
  });
  const unlock = (journal: JournalTimes) => median(journal.unlocks);
  const kept = (journal: JournalTimes) => median(journal.keep.toKept);
  const vaultKeep = (journal: JournalTimes) => median(journal.keep.vault);
  const find = (journal: JournalTimes) => median(journal.search.find);
  return [
    row("unlock to typing", each(unlock), { ratio: grown(unlock), budget: 1.2 }),
    row(
      "– the vault's part",
      each((journal) => median(journal.vaultUnlocks)),
    ),
    row("– Argon2id by hash-wasm alone", [hash]),
    row(
      "– without that",
      each((journal) => unlock(journal) - hash),
      {
        ratio: grown((journal) => unlock(journal) - hash),
      },
    ),
    row(
      "unlocked to a first result, going to search and typing included",
      each((journal) => journal.searchSoon),
    ),
    row("Keep: in the vault, from asked to committed", each(vaultKeep), {
      ratio: { of: "of the raw put in a worker", value: vaultKeep(largest) / rawPutting },
      budget: 1.5,
    }),
    row(`– raw strict put of the same ${raw.rowBytes.length} rows in a worker, on a press`, [
      rawPutting,
    ]),
    row("– the same by a page at rest", [median(raw.puts)]),
    row("Keep: pressed to “Kept”", each(kept), {
      ratio: { of: "of the raw press", value: kept(largest) / rawAnswered },
    }),
    row("– raw: a press to the answer of that worker", [rawAnswered]),
    row("search: each letter", each(find), {
      ratio: { of: "of MiniSearch alone", value: find(largest) / median(raw.searches) },
    }),
    row(
      "search: slowest letter in twenty",
      each(({ search }) => percentile95(search.find)),
      {
        budget: 16,
      },
    ),
    row(
      "search: last letter to marks on screen",
      each(({ search }) => median(search.toMarks)),
    ),
    row("– MiniSearch alone, the largest journal", [median(raw.searches)]),
    row(
      "reminders after Keep",
      each(({ keep }) => median(keep.reminders)),
      {
        ratio: {
          of: "of MiniSearch alone, the same text",
          value: median(largest.keep.reminders) / median(raw.textSearches),
        },
      },
    ),
    row("– MiniSearch alone, the text kept, the largest journal", [median(raw.textSearches)]),
    row(
      "reminders after Keep: slowest in twenty",
      each(({ keep }) => percentile95(keep.reminders)),
      { budget: 50 },
    ),
    row(
      "import, per 1,000",
      each(({ importing, size }) => (importing * 1000) / size),
    ),
    row("script before unlock, gzip", [scriptBytes / 1000], { unit: "kB", budget: 150 }),
    ...phases.map((phase) =>
      row(
        `longest main-thread task: ${phase}`,
        each(({ blocks }) => blocks[phase]),
        {
          budget: 50,
        },
      ),
    ),
  ];
}
