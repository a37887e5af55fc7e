import type { Mark } from "#core/journal/Vault.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";

/**
 * One record as the vault hands it to the reader: its sealed view, opened. `view` is UTF-8 JSON of
 * the record and its buffer is transferred, not copied. `order` is the row's place among all writes.
 */
export interface FedView {
  readonly order: Mark;
  readonly id: RecordId;
  readonly view: Uint8Array;
}

/**
 * What the vault tells the reader, in order. First `begin`, then the whole journal newest first as
 * `views`, then `loaded`; from then on `views` and `removed` as they are written, here or in another
 * tab. A `views` or `removed` message means that everything up to `through` has arrived, once
 * `loaded` has been seen.
 */
export type ReaderFeed =
  | { readonly type: "begin"; readonly total: number }
  | { readonly type: "views"; readonly views: readonly FedView[]; readonly through: Mark }
  | { readonly type: "loaded"; readonly through: Mark; readonly unreadable: number }
  | { readonly type: "removed"; readonly ids: readonly RecordId[]; readonly through: Mark };

/** An index that the reader keeps sealed with the journal, so that it need not be rebuilt. */
export type IndexName = "search" | "themes";

/**
 * What the reader may ask of the vault, by Comlink over the same pair of ports that `listen` joins.
 * A stored index covers every write up to `through`; later ones are caught up from the views.
 */
export interface ReaderSource {
  /** Starts the feed; called once. */
  readonly listen: (listener: (news: ReaderFeed) => void) => Promise<void>;
  /** Tells of records whose views open but say nothing that this version knows: the vault sets them aside like rows that do not open. */
  readonly refuse: (ids: readonly RecordId[]) => Promise<void>;
  /** Segments of a stored index by number, or none where nothing usable is stored. */
  readonly loadIndex: (
    name: IndexName,
  ) => Promise<{ readonly through: Mark; readonly segments: readonly Uint8Array[] } | null>;
  /** Replaces the given segments and the mark in one transaction; segments not named stay. `count` is how many there are now. */
  readonly storeIndex: (
    name: IndexName,
    through: Mark,
    segments: readonly { readonly number: number; readonly bytes: Uint8Array }[],
    count: number,
  ) => Promise<void>;
}
