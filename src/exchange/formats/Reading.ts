import type { NoteReason, SkipReason } from "#core/exchange/Importing.ts";
import type { EntrySieve } from "#exchange/import/EntrySieve.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import type { Tallies } from "#exchange/import/Tallies.ts";

/** What every reader of a format writes into: entries, and what was left out or changed. */
export interface Reading {
  readonly sieve: EntrySieve;
  readonly skipped: Tallies<SkipReason>;
  readonly notes: Tallies<NoteReason>;
  readonly limits: ImportLimits;
}
