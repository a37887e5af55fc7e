import type { Instant } from "#base/Clock.ts";
import type { Result } from "#base/Result.ts";
import type { BatchId } from "#core/identifiers.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { ExportItem, ExportOrder, ExportSummary } from "./Exporting.ts";
import type { ImportChoices, ImportChunk, ImportPreview, Refusal, TimesKept } from "./Importing.ts";
import type { SourceFile } from "./SourceFile.ts";

/**
 * Reading and writing files, in a worker of its own that is ended to cancel. It holds the plain words
 * of one import or export at a time, never a key, and touches no storage: the page hands what it
 * makes to the vault.
 */
export interface Exchange {
  /**
   * Reads the files whole and says what an import of them would bring. Writes nothing. `timesKept`
   * tells what the journal holds already, now and after other choices; without it, nothing.
   */
  readonly read: (
    files: readonly SourceFile[],
    choices: ImportChoices,
    timesKept?: TimesKept,
  ) => Promise<Result<ImportPreview, Refusal>>;
  /** The same files read with other choices. */
  readonly choose: (choices: ImportChoices) => Promise<Result<ImportPreview, Refusal>>;
  /** The next records of what was read last, or null when all were handed out. `now` dates what has no date. */
  readonly next: (batch: BatchId, now: Instant) => Promise<Result<ImportChunk | null, Refusal>>;

  /** Starts a file; the bytes it answers with are the file's first. */
  readonly beginExport: (order: ExportOrder) => Promise<Uint8Array<ArrayBuffer>>;
  /** The next bytes of the file, which may be none yet. */
  readonly addToExport: (items: readonly ExportItem[]) => Promise<Uint8Array<ArrayBuffer>>;
  /** The file's last bytes. */
  readonly endExport: () => Promise<{
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly summary: ExportSummary;
  }>;

  /** The example journal as it would have been written over the year before `now`. */
  readonly exampleJournal: (batch: BatchId, now: Instant) => Promise<readonly JournalRecord[]>;
}

/** A running exchange worker, and the way to end it at once whatever it is doing. */
export interface StartedExchange {
  readonly exchange: Exchange;
  readonly stop: () => void;
}

/** Starts an exchange worker; made in `app/startExchange.ts`. `failed` is called if it cannot start or breaks: no answer will come. */
export type StartExchange = (failed: () => void) => StartedExchange;
