import type { Instant } from "#base/Clock.ts";
import type { Feeling, Happened } from "#core/entry/Entry.ts";
import type { Version } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** What a file turned out to be, judged by its content. */
export type SourceKind = "headroom" | "day-one" | "json" | "json-lines" | "csv" | "markdown";

/** Why nothing can be taken from a file. The journal is as it was. */
export type Refusal =
  | { readonly type: "Empty" }
  /** More than `limit` bytes, counted while unpacking and never as a header claims. */
  | { readonly type: "TooLarge"; readonly limit: number }
  | { readonly type: "TooDeep"; readonly limit: number }
  | { readonly type: "TooManyEntries"; readonly limit: number }
  /** More values than any journal has: lists of empty lists and the like. */
  | { readonly type: "TooManyParts" }
  | { readonly type: "TooManyLayers"; readonly limit: number }
  /** It breaks off or does not follow its own format. `line` counts from 1; 0 where unknown. */
  | {
      readonly type: "Damaged";
      readonly what: "gzip" | "zip" | "json" | "csv" | "headroom";
      readonly line: number;
    }
  /** Neither UTF-8 nor UTF-16, or not text at all. */
  | { readonly type: "NotText" }
  /** A zip locked with a password, or a Headroom backup. */
  | { readonly type: "Locked" }
  /** Made by a newer Headroom. */
  | { readonly type: "Newer"; readonly version: number }
  /** The worker that reads files could not start or broke. */
  | { readonly type: "NotStarted" }
  /** The device refused to hand over the bytes: moved, removed or out of memory. */
  | { readonly type: "Unreadable" }
  /** Readable, but there is nothing in it to bring in; what was left out says why. */
  | { readonly type: "NothingFound"; readonly skipped: readonly Tally<SkipReason>[] };

/** Why one thing in a file is left out. */
export type SkipReason =
  | "no-words"
  | "too-long"
  | "not-an-entry"
  | "not-json"
  | "too-deep"
  | "repeated"
  | "same-id"
  | "unknown-record"
  | "proposal"
  | "other-file"
  | "unsafe-name";

/** What was changed or left behind in something that is brought in. */
export type NoteReason =
  | "no-date"
  | "date-not-understood"
  | "date-out-of-range"
  | "feeling-not-understood"
  | "characters-removed"
  | "read-as-windows-1252"
  | "pictures-left";

/** Where in what was chosen: the file, and the line, row or item in it (from 1), or none for the whole file. */
export interface Place {
  readonly file: string;
  readonly unit: "file" | "line" | "row" | "item";
  readonly position: number;
}

/** How often something happened and the first places where it did. */
export interface Tally<Reason> {
  readonly reason: Reason;
  readonly count: number;
  readonly places: readonly Place[];
}

/** How numbers like 03/04/2026 are read. */
export type DayOrder = "day-first" | "month-first";

/** Which column of a table holds what; columns count from 0. */
export interface CsvChoices {
  readonly hasHeader: boolean;
  /** Put together in this order, with a blank line between. */
  readonly words: readonly number[];
  readonly date: number | null;
  readonly dayOrder: DayOrder;
  readonly tags: number | null;
  readonly feeling: number | null;
  readonly setting: number | null;
}

/** A table as found, with the choices that were made or guessed. */
export interface CsvTable {
  readonly file: string;
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  readonly rows: number;
  readonly choices: CsvChoices;
}

/** What a person may decide about an import. `csv` null: guess the columns. */
export interface ImportChoices {
  readonly csv: CsvChoices | null;
  /** Leave out what stands in the files twice with the same words and the same time. */
  readonly leaveOutRepeats: boolean;
}

/** One of the first entries, as it will be; `text` is cut to 280 characters. */
export interface PreviewEntry {
  readonly text: string;
  readonly happened: Happened;
  readonly feeling: Feeling;
  readonly tags: readonly string[];
}

/** What an import would bring, before anything is written. */
export interface ImportPreview {
  readonly kinds: readonly SourceKind[];
  readonly entries: number;
  /** Themes, proposals, models and other records of a Headroom file. */
  readonly others: number;
  /** How many stand in the files twice, whether or not they are left out. */
  readonly repeats: number;
  /** How many the journal holds already, with the same words of the same moment; they are left as they are. */
  readonly alreadyHere: number;
  readonly first: readonly PreviewEntry[];
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
  readonly skipped: readonly Tally<SkipReason>[];
  readonly notes: readonly Tally<NoteReason>[];
  readonly refused: readonly { readonly file: string; readonly refusal: Refusal }[];
  /** Where exactly one table was chosen: its columns may be chosen, too. */
  readonly table: CsvTable | null;
}

/** Words as an import found them, and when they are of. */
export interface FoundWords {
  readonly text: string;
  readonly happened: Happened;
}

/** How often the journal holds each of these already, outside its bin: the same words of the same moment. */
export type TimesKept = (found: readonly FoundWords[]) => Promise<readonly number[]>;

/** Part of an import on its way to the vault. */
export interface ImportChunk {
  readonly records: readonly JournalRecord[];
  readonly versions: readonly Version[];
  /** Records handed out so far, of `total`. */
  readonly done: number;
  readonly total: number;
}
