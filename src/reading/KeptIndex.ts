import type { EntryId } from "#core/identifiers.ts";

/** Parts of an index that changed since it was last asked, and how many parts there are now. */
export interface ChangedSegments {
  readonly segments: readonly { readonly number: number; readonly bytes: Uint8Array }[];
  readonly count: number;
}

/**
 * Something made from entries that is kept sealed between sessions instead of being rebuilt. It is
 * cut into numbered segments so that storing one change does not store everything again.
 */
export interface KeptIndex<Item extends { readonly id: EntryId }> {
  /**
   * Takes up segments stored earlier, by number from 0. Called at most once, while empty. False
   * where they cannot be read (another format, damaged): the index is then still empty and will be
   * filled by `put`. Nothing else is called before it has answered.
   */
  readonly load: (segments: readonly Uint8Array[]) => boolean | Promise<boolean>;
  /** The segments to store since the last call (or since `load`); everything after a rebuild. */
  readonly changed: () => ChangedSegments;
  /** Every id it holds. */
  readonly ids: () => Iterable<EntryId>;
  readonly has: (id: EntryId) => boolean;
  /** Adds an item, or replaces the one with this id. */
  readonly put: (item: Item) => void;
  /** Forgets an item; unknown ids do nothing. */
  readonly drop: (id: EntryId) => void;
  /** Forgets everything, stored segments included, where much of what they hold is out of date. */
  readonly clear?: () => void;
}
