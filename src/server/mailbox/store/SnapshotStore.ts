import type { Confirmation } from "#wire/snapshotConfirmation.ts";

/** What is stored of a snapshot's manifest besides its bytes. */
export interface StoredSnapshot {
  readonly space: Uint8Array;
  /** SHA-256 of the manifest: its name. */
  readonly hash: Uint8Array;
  readonly manifest: Uint8Array;
  readonly logId: Uint8Array;
  readonly upTo: number;
  readonly purge: boolean;
  readonly segments: readonly Uint8Array[];
}

/** A manifest as it was put, and who besides its author confirmed it: 256 at most. */
export interface ShownSnapshot {
  readonly manifest: Uint8Array;
  readonly confirmations: readonly Confirmation[];
}

/** What became of a manifest or of a word for it. `purged`: rows that it covers went at once. */
export type SnapshotOutcome = "kept" | "purged";

/** A space keeps its newest snapshot, and before it the newest that was confirmed. */
export interface SnapshotStore {
  /**
   * Keeps a manifest if all its segments are there and it is no step back. One that nobody confirmed
   * goes for it, and leaves it its `purge`. `needed`: devices besides its author who must confirm it.
   */
  readonly putSnapshot: (
    snapshot: StoredSnapshot,
    needed: number,
    now: number,
  ) => Promise<SnapshotOutcome | "segmentsMissing" | "otherLog">;
  /** A manifest by its name, the newest, or the newest that was confirmed. */
  readonly snapshot: (
    space: Uint8Array,
    which: Uint8Array | "latest" | "confirmed",
  ) => Promise<ShownSnapshot | null>;
  /**
   * Keeps who found it whole, which the caller has checked: no word of its author's, whose manifest is
   * that. Once `needed` devices did, it is confirmed and older ones go. `none`: no such snapshot.
   */
  readonly confirm: (
    space: Uint8Array,
    hash: Uint8Array,
    confirmation: Confirmation,
    needed: number,
    now: number,
  ) => Promise<SnapshotOutcome | "none">;
}
