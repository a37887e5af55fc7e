import type { NoteReason } from "#core/exchange/Importing.ts";
import type { EntrySieve } from "#exchange/import/EntrySieve.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import type { Tallies } from "#exchange/import/Tallies.ts";

/** What every reader of a format writes into: the sieve for entries and what is none, and what was changed. */
export interface Reading {
  readonly sieve: EntrySieve;
  readonly notes: Tallies<NoteReason>;
  readonly limits: ImportLimits;
}
