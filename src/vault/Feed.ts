import type { FedView, ReaderFeed, ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { Replica } from "./Replica.ts";
import type { RowStore } from "./RowStore.ts";
import type { Sealer } from "./Sealer.ts";
import type { SiblingNews } from "./Siblings.ts";
import type { Turns } from "./Turns.ts";

/** Keeps one reader told of everything written, by this tab or another. */
export interface Feed {
  readonly listen: ReaderSource["listen"];
  /** How far this tab knows the journal to have been written. */
  readonly through: () => Mark;
  /** Views just written by this tab, in order; their buffers may be taken. */
  readonly wrote: (views: readonly FedView[], through: Mark) => void;
  readonly removed: (ids: readonly RecordId[], through: Mark) => void;
  /** Rows written without their plain views at hand: an import, or another tab's work. */
  readonly heard: (news: SiblingNews) => void;
}

/** What a feed reads from. */
export interface FeedParts {
  readonly rows: RowStore;
  readonly sealer: Sealer;
  readonly replica: Replica;
  readonly turns: Turns;
  /** Ids of rows that do not open, found so far. */
  readonly setAside: Set<string>;
}

/** Where a feed sends, and what it has sent so far. */
export interface Sending {
  /** May answer when the reader has taken in the news; the feed waits for it between chunks. */
  readonly post: (news: ReaderFeed) => void | Promise<void>;
  /** Ids written or removed since the start, with the order from which on they are known: older rows of them are stale. */
  readonly newer: Map<string, Mark>;
}
