import type { KeepTimes } from "./measureKeep.ts";
import type { SearchTimes } from "./measureSearch.ts";
import type { RawPress } from "./rawCalls.ts";

/** The phases in which the main thread is watched, apart from the other measuring. */
export const phases = ["import", "load and unlock", "keep", "search"] as const;
/** One of them. */
export type Phase = (typeof phases)[number];

/** Everything that was measured in one journal, in milliseconds. */
export interface JournalTimes {
  readonly size: number;
  /** From pressing Import to its report. */
  readonly importing: number;
  /** From Enter in the passphrase field to the caret on Today, each round. */
  readonly unlocks: readonly number[];
  /** The vault's part of each: slow hash, key, opening. */
  readonly vaultUnlocks: readonly number[];
  readonly searchSoon: number;
  readonly keep: KeepTimes;
  readonly search: SearchTimes;
  /** The longest main-thread task of each phase, in processor time. */
  readonly blocks: Readonly<Record<Phase, number>>;
}

/** What the browser and the libraries took alone. */
export interface RawTimes {
  readonly slowHashes: readonly number[];
  /** Strict puts of the rows of a Keep: in a worker asked by a press, from the press to its answer, and by a page at rest. */
  readonly presses: readonly RawPress[];
  readonly puts: readonly number[];
  /** Sizes of the rows that were put: those that one Keep writes. */
  readonly rowBytes: readonly number[];
  readonly searches: readonly number[];
  /** Searches for the whole of each text that was kept: what reminders are measured beside. */
  readonly textSearches: readonly number[];
}
