import { err, ok, type Result } from "#base/Result.ts";
import type {
  CsvTable,
  ImportChoices,
  NoteReason,
  Refusal,
  SkipReason,
  SourceKind,
} from "#core/exchange/Importing.ts";
import { guessColumns } from "#exchange/formats/guessColumns.ts";
import type { Reading } from "#exchange/formats/Reading.ts";
import { readJson } from "#exchange/formats/readJson.ts";
import { readJsonLines } from "#exchange/formats/readJsonLines.ts";
import { readMarkdown } from "#exchange/formats/readMarkdown.ts";
import { describeTable, readTable } from "#exchange/formats/readTable.ts";
import { EntrySieve, TooManyEntries } from "./EntrySieve.ts";
import type { FoundEntry } from "./FoundEntry.ts";
import type { ImportLimits } from "./importLimits.ts";
import type { Source } from "./Source.ts";
import { Tallies } from "./Tallies.ts";

/** What foreign files hold under the choices made. */
export interface ForeignReading {
  readonly entries: readonly FoundEntry[];
  readonly kinds: ReadonlySet<SourceKind>;
  readonly table: CsvTable | null;
  readonly skipped: Tallies<SkipReason>;
  readonly notes: Tallies<NoteReason>;
}

function readSource(source: Source, choices: ImportChoices, into: Reading): SourceKind | null {
  switch (source.type) {
    case "json":
      return readJson(source.name, source.value, into);
    case "json-lines":
      readJsonLines(source.name, source.text, into);
      return "json-lines";
    case "markdown":
      readMarkdown(source.name, source.text, into);
      return "markdown";
    case "table":
      readTable(source.name, source.rows, choices.csv ?? guessColumns(source.rows), into);
      return "csv";
    default:
      return null;
  }
}

/** Reads every foreign source into entries. Columns may be chosen only where there is one table. */
export function readSources(
  sources: readonly Source[],
  choices: ImportChoices,
  limits: ImportLimits,
): Result<ForeignReading, Refusal> {
  const skipped = new Tallies<SkipReason>();
  const notes = new Tallies<NoteReason>();
  const sieve = new EntrySieve(limits, skipped, notes);
  const kinds = new Set<SourceKind>();
  const tables = sources.filter((source) => source.type === "table");
  const [only] = tables;
  const chosen = tables.length === 1 ? choices : { ...choices, csv: null };
  try {
    for (const source of sources) {
      const kind = readSource(source, chosen, { sieve, notes, limits });
      if (kind) kinds.add(kind);
    }
  } catch (fault) {
    if (fault instanceof TooManyEntries)
      return err({ type: "TooManyEntries", limit: limits.entries });
    throw fault;
  }
  const table =
    only && tables.length === 1
      ? describeTable(only.name, only.rows, chosen.csv ?? guessColumns(only.rows))
      : null;
  return ok({ entries: sieve.entries, kinds, table, skipped, notes });
}
