/** How far a space has come. */
export interface SpaceLevel {
  /** Random; new when the log is, or when the database was put back from a backup [V3]. */
  readonly logId: Uint8Array;
  /** The place of the last row; 0 where there is none. */
  readonly head: number;
  /** Rows up to here have no body any more: they stand in the latest snapshot [N2]. */
  readonly floor: number;
  /** The number of the last membership entry. */
  readonly membership: number;
  /** What the space keeps here, in bytes of bodies, segments and entries. */
  readonly bytes: number;
}

/** The spaces and their logs of members. */
export interface MembershipStore {
  /** Makes a space with its first entry, or answers the one that is there; `gone` once deleted. */
  readonly begin: (space: Uint8Array, entry: Uint8Array) => Promise<SpaceLevel | "gone">;
  readonly level: (space: Uint8Array) => Promise<SpaceLevel | "gone" | null>;
  /** Entries after a number, in order, at most 1 MiB of them (one at least). */
  readonly entriesAfter: (space: Uint8Array, after: number) => Promise<readonly Uint8Array[]>;
  /**
   * Puts an entry at `number` if the log ends just before it [M3], else says where it ends. With
   * `invitation`, that invitation and its answer go in the same transaction, and what `leaving`, who
   * are members no more, have read of voices counts no longer.
   */
  readonly append: (
    space: Uint8Array,
    number: number,
    entry: Uint8Array,
    invitation: Uint8Array | null,
    leaving: readonly Uint8Array[],
  ) => Promise<{ readonly type: "appended" } | { readonly type: "moved"; readonly number: number }>;
  /** Deletes all of a space; its id stays, so that it is known to be gone. */
  readonly remove: (space: Uint8Array) => Promise<void>;
}
