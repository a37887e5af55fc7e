import type { Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { IndexName } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { Place, PlacedRow, RowClass } from "./PlacedRow.ts";
import type { IndexWrite, StoredIndex } from "./StoredIndex.ts";

/**
 * A document as stored. `rev` grows by one with each write of it; it is 0, and `sealed` empty, where
 * the document is gone or the browser cannot read it while its view is there.
 */
export interface StoredDocument {
  readonly id: string;
  readonly rev: number;
  readonly sealed: Uint8Array;
}

/** A view as stored. `order` is its place among all writes of the journal: renewed each time it is written. */
export interface StoredView {
  readonly order: Mark;
  readonly id: string;
  readonly sealed: Uint8Array;
}

/** An earlier state as stored. */
export interface StoredVersion {
  readonly number: number;
  readonly of: string;
  readonly sealed: Uint8Array;
}

/** One record's new state. All of it sealed: storage learns ids and sizes only. */
export interface RecordWrite {
  readonly id: string;
  /** The `rev` that the row must still have, or null where there must be no row. */
  readonly expected: number | null;
  readonly document: Uint8Array;
  readonly view: Uint8Array;
  /** States to remember, oldest first. */
  readonly versions: readonly Uint8Array[];
}

/** Names one row of a space. */
export interface SpaceRowName {
  /** Empty for the list of spaces itself. */
  readonly space: string;
  /** Which of the things that a space keeps: `state`, `heads`, `unsent`, `outbox`, … */
  readonly part: string;
  readonly key: string;
}

/**
 * What a space needs on this device to be exchanged with others. `stamp`: for `unsent`, the `rev` of
 * the document that the mark was made with; else as its writer likes.
 */
export interface SpaceRow extends SpaceRowName {
  readonly stamp: number;
  readonly sealed: Uint8Array;
}

/** A change to what spaces keep. A drop with a `stamp` leaves alone what has a later one by now. */
export interface SpaceWrites {
  readonly put: readonly SpaceRow[];
  readonly drop: readonly (SpaceRowName & { readonly stamp?: number })[];
}

/** Somebody else wrote one of the records meanwhile: nothing was written. */
interface Conflict {
  readonly type: "Conflict";
}

/**
 * What a journal keeps on the device: sealed rows. Every write is one transaction, durable when it
 * returns. Implemented over IndexedDB in storage; the contract is in `test/contract/rowStore.ts`.
 */
export interface RowStore {
  readonly document: (id: string) => Promise<Result<StoredDocument | null, StorageFailure>>;
  /** The documents of these records, in the order asked for; null where there is none. */
  readonly documents: (
    ids: readonly string[],
  ) => Promise<Result<readonly (StoredDocument | null)[], StorageFailure>>;
  readonly view: (id: string) => Promise<Result<StoredView | null, StorageFailure>>;
  /** Earlier states of these records, oldest first. */
  readonly versions: (
    of: readonly string[],
  ) => Promise<Result<readonly StoredVersion[], StorageFailure>>;
  /** Views with `after < order < before`, lowest order first, no more than `limit`. */
  readonly views: (
    after: Mark,
    before: Mark,
    limit: number,
  ) => Promise<Result<readonly StoredView[], StorageFailure>>;
  /** How many records there are and the highest order of one; 0 where there is none. */
  readonly extent: () => Promise<
    Result<{ readonly total: number; readonly highest: Mark }, StorageFailure>
  >;

  /** Writes all or nothing; where given, also removes a draft and changes what spaces keep. Orders are as the writes, the highest last. */
  readonly commit: (
    writes: readonly RecordWrite[],
    dropDraft: string | null,
    alongside?: SpaceWrites,
  ) => Promise<Result<readonly Mark[], Conflict | StorageFailure>>;
  /** Adds those whose id is not there yet, all in one transaction, and names them. `expected` is not looked at. Marks them unsent in `space`, where given. */
  readonly addMissing: (
    writes: readonly RecordWrite[],
    space?: string | null,
  ) => Promise<Result<{ readonly added: readonly string[]; readonly mark: Mark }, StorageFailure>>;
  /** Removes records with everything of them, and puts `marks` with that, all or nothing. The mark is higher than any before. */
  readonly remove: (
    ids: readonly string[],
    marks?: readonly SpaceRow[],
  ) => Promise<Result<Mark, StorageFailure>>;

  readonly drafts: () => Promise<
    Result<readonly { readonly id: string; readonly sealed: Uint8Array }[], StorageFailure>
  >;
  readonly putDraft: (id: string, sealed: Uint8Array) => Promise<Result<null, StorageFailure>>;
  readonly dropDraft: (id: string) => Promise<Result<null, StorageFailure>>;

  readonly index: (name: IndexName) => Promise<Result<StoredIndex | null, StorageFailure>>;
  /** The new generation, or null where `expected` is not stored any more and nothing was written. */
  readonly writeIndex: (
    name: IndexName,
    write: IndexWrite,
  ) => Promise<Result<number | null, StorageFailure>>;

  /** Rows of one part of a space, by key, no more than `limit`. */
  readonly spaceRows: (
    space: string,
    part: string,
    limit?: number,
  ) => Promise<Result<readonly SpaceRow[], StorageFailure>>;
  readonly writeSpace: (writes: SpaceWrites) => Promise<Result<null, StorageFailure>>;
  /** Removes everything that a space keeps. */
  readonly forgetSpace: (space: string) => Promise<Result<null, StorageFailure>>;

  /**
   * The rows of a class that stand after a place, no more than `limit` of them; `next` null at the
   * end. Those that the browser cannot read, perhaps only now, are left out and counted.
   */
  readonly placed: (
    of: RowClass,
    after: Place | null,
    limit: number,
  ) => Promise<
    Result<
      {
        readonly rows: readonly PlacedRow[];
        readonly unread: number;
        readonly next: Place | null;
      },
      StorageFailure
    >
  >;
  /** Puts `renewed` in place of a row's sealed bytes where these are still `sealed`; nothing else of it changes. */
  readonly renew: (
    of: RowClass,
    rows: readonly (PlacedRow & { readonly renewed: Uint8Array })[],
  ) => Promise<Result<null, StorageFailure>>;
  /** How many rows of all classes there are. */
  readonly count: () => Promise<Result<number, StorageFailure>>;

  readonly close: () => void;
}
