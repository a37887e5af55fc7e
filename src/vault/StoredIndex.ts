import type { Mark } from "#core/journal/Vault.ts";

/** A reader's index as stored. `generation` differs after every write of it, by whatever tab. */
export interface StoredIndex {
  readonly through: Mark;
  readonly generation: number;
  readonly segments: readonly Uint8Array[];
}

/** A change to a reader's index: the given segments replace those of the same number. */
export interface IndexWrite {
  readonly through: Mark;
  readonly count: number;
  readonly segments: readonly { readonly number: number; readonly sealed: Uint8Array }[];
  /** The generation that must still be stored; null where these are all segments and replace whatever is there. */
  readonly expected: number | null;
}
