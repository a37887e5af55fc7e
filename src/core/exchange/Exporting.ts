import type { Instant } from "#base/Clock.ts";
import type { Version } from "#core/journal/Vault.ts";
import type { ProposalWords } from "#core/proposal/ProposalWords.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** The two ways out: everything, to come back; or Markdown, to be read anywhere. */
export type ExportKind = "json" | "markdown";

/** A record with its earlier states, newest first, as `Vault.exportPage` gives them. */
export interface ExportItem {
  readonly record: JournalRecord;
  readonly versions: readonly Version[];
}

/** Words that stand in Markdown files, handed in from the message catalogue. */
export interface MarkdownWording {
  /** Model id → its name and the titles of its parts (`<model id>.<key>` → title). */
  readonly models: Readonly<
    Record<string, { readonly name: string; readonly parts: Readonly<Record<string, string>> }>
  >;
  readonly proposal: ProposalWords;
}

/** What an export is told at its start. */
export interface ExportOrder {
  readonly kind: ExportKind;
  readonly at: Instant;
  readonly wording: MarkdownWording;
}

/** What went out. */
export interface ExportSummary {
  readonly entries: number;
  readonly others: number;
  /** Entries in the bin, left out of Markdown. */
  readonly inBin: number;
}
