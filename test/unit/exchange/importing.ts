import { instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type {
  CsvChoices,
  ImportChoices,
  ImportPreview,
  Refusal,
  TimesKept,
} from "#core/exchange/Importing.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { BatchId } from "#core/identifiers.ts";
import type { Version } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { createExchange } from "#exchange/createExchange.ts";
import { type ImportLimits, importLimits } from "#exchange/import/importLimits.ts";

/** Sunday 22 November 2026, 09:00 UTC: the moment of every import in these tests. */
export const now = instant(Date.UTC(2026, 10, 22, 9));
export const batch = "batch-1" as BatchId;

let made = 0;
/** Counts instead of drawing, so that ids differ and tests repeat. */
const random = {
  bytes: (length: number) => {
    made += 1;
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(length - 4, made);
    return bytes;
  },
};

/** A file of text or bytes as a browser hands it over. */
export const file = (name: string, content: string | Uint8Array<ArrayBuffer>): SourceFile =>
  new File([content], name);

/** What reading these files answers, and a way to take everything out. */
export async function reading(
  files: readonly SourceFile[],
  choices: Partial<ImportChoices> = {},
  limits: Partial<ImportLimits> = {},
  timesKept?: TimesKept,
) {
  const exchange = createExchange(random, { now: () => now }, { ...importLimits, ...limits });
  const chosen = { csv: null, leaveOutRepeats: true, ...choices };
  const preview = await exchange.read(files, chosen, timesKept);
  return { exchange, preview };
}

/** Everything that an import of these files brings; throws when it is refused. */
export async function imported(
  files: readonly SourceFile[],
  choices: Partial<ImportChoices> = {},
  limits: Partial<ImportLimits> = {},
  timesKept?: TimesKept,
) {
  const { exchange, preview } = await reading(files, choices, limits, timesKept);
  const records: JournalRecord[] = [];
  const versions: Version[] = [];
  const value = good(preview);
  for (;;) {
    const chunk = good(await exchange.next(batch, now));
    if (chunk === null) break;
    records.push(...chunk.records);
    versions.push(...chunk.versions);
  }
  return { preview: value, records, versions, entries: records.filter(isEntry) };
}

/** A single file's import. */
export const importedText = (name: string, text: string, csv: CsvChoices | null = null) =>
  imported([file(name, text)], { csv });

/** Why these files are refused; throws when they are not. */
export async function refused(
  files: readonly SourceFile[],
  limits: Partial<ImportLimits> = {},
): Promise<Refusal> {
  const { preview } = await reading(files, {}, limits);
  if (preview.ok) throw new Error("was not refused");
  return preview.error;
}

export const isEntry = (record: JournalRecord): record is Entry => record.kind === "entry";

export const texts = (entries: readonly Entry[]): string[] => entries.map(entryText);

/** The value of a success. */
export function good<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** How often each thing was skipped or noted. */
export const counts = (tallies: ImportPreview["skipped"] | ImportPreview["notes"]) =>
  Object.fromEntries(tallies.map(({ reason, count }) => [reason, count]));
