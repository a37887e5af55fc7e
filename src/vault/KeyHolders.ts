import type { JournalId } from "#core/identifiers.ts";

/**
 * Who holds which key of a journal, in whatever tab. A hold ends when its thread does, so a tab that
 * was killed or crashed holds nothing.
 */
export interface KeyHolders {
  /** Holds a journal's key of this epoch; what comes back lets go of it. */
  readonly hold: (journal: JournalId, epoch: number) => Promise<() => void>;
  /** Resolves once nobody holds it. */
  readonly noneHold: (journal: JournalId, epoch: number) => Promise<void>;
}
