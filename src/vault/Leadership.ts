/**
 * One tab of an open journal does the work that nobody waits for: sealing anew, clearing the bin,
 * storing the reader's indexes. The next in line takes over when its thread ends.
 */
export interface Leadership {
  readonly isLeading: () => boolean;
  /** Resolves once this tab leads; it then does so for as long as its thread lives. */
  readonly leading: Promise<void>;
}
