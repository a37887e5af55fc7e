import type { Readiness } from "#core/journal/Reader.ts";
import type { ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import { engineEntry } from "./engineEntry.ts";
import { FeedIntake } from "./FeedIntake.ts";
import { Gate } from "./Gate.ts";
import { IndexKeeper, type Telling } from "./IndexKeeper.ts";
import { Listeners } from "./Listeners.ts";
import { Marks } from "./Marks.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";
import { type SearchDocument, searchDocument } from "./SearchDocument.ts";
import { SearchIndex } from "./SearchIndex.ts";
import { Shelves } from "./Shelves.ts";
import type { ThemeEngine, ThemeEngineEntry } from "./ThemeEngine.ts";
import { tellThemes } from "./tellThemes.ts";

/**
 * The open journal as the reader has it: its records, its search index and the theme engine, all
 * following the feed; and ways to wait until they know enough to answer.
 */
export class JournalInMemory {
  readonly shelves = new Shelves();
  readonly index: SearchIndex;
  readonly engine: ThemeEngine;
  readonly listeners: Listeners;
  readonly #marks = new Marks();
  readonly #firstTaken = new Gate();
  readonly #loaded = new Gate();
  readonly #search: IndexKeeper<SearchDocument>;
  readonly #themes: IndexKeeper<ThemeEngineEntry>;
  #engineFollows = false;
  #searchReady = false;
  /** Views that are no records of this version, by id. */
  readonly #refused = new Set<RecordId>();
  #unopened = 0;
  #total = 0;
  #taken = 0;

  /** Starts to listen at once. */
  constructor(source: ReaderSource, engine: ThemeEngine, platform: ReaderPlatform) {
    this.engine = engine;
    this.index = new SearchIndex(platform);
    this.listeners = new Listeners(platform);
    const reached = () => this.#marks.reached;
    this.#search = new IndexKeeper("search", this.index, searching, reached, source, platform);
    this.#themes = new IndexKeeper("themes", engine, remembering, reached, source, platform);
    void this.#keepIndexes();
    const intake = new FeedIntake(platform, {
      begin: (total) => {
        this.#total = total;
      },
      put: (record, order) => this.#put(record, order),
      unreadable: (id) => {
        this.#taken += 1;
        this.#refused.add(id);
        void source.refuse([id]);
      },
      remove: (id) => this.#remove(id),
      taken: () => {
        const isSoon = this.#loaded.isOpen || !this.#firstTaken.isOpen;
        this.listeners.tell(isSoon ? "soon" : "loading");
        this.#firstTaken.open();
      },
      reached: (through) => this.#marks.reach(through),
      loaded: (unopened) => {
        this.#unopened = unopened;
        this.#firstTaken.open();
        this.#loaded.open();
        this.listeners.tell();
      },
    });
    void source.listen(intake.take);
  }

  /** How much is here; all of it once the feed said so, what could not be read included. */
  readiness(): Readiness {
    const total = this.#loaded.isOpen ? this.#taken : Math.max(this.#total, this.#taken + 1);
    const unreadable = this.#unopened + this.#refused.size;
    return { loaded: this.#taken, total, searchReady: this.#searchReady, unreadable };
  }

  /** Resolves once this write has arrived; at once for 0. */
  async arrived(since: Mark): Promise<void> {
    if (since > 0) await this.#marks.until(since);
  }

  /** Resolves once everything up to this write has arrived. */
  async whole(since: Mark): Promise<void> {
    await this.#loaded.passed();
    await this.arrived(since);
  }

  /** Resolves once everything up to this write can be searched. */
  async searchable(since: Mark): Promise<void> {
    await this.whole(since);
    await this.#search.settled();
  }

  /** Resolves once the theme engine knows everything up to this write. */
  async remembered(since: Mark): Promise<void> {
    await this.whole(since);
    await this.#themes.settled();
  }

  /** What a person sees first comes first: the newest entries, then search, then what keeps coming back. */
  async #keepIndexes(): Promise<void> {
    await this.#firstTaken.passed();
    await this.#search.open();
    await this.#followSearch();
    await this.#themes.open();
    for (const theme of this.shelves.themes.values()) tellThemes(this.engine, theme);
    for (const said of this.shelves.judgements.values()) tellThemes(this.engine, said);
    this.#engineFollows = true;
    this.#themes.catchUp(this.shelves.entries);
    await this.#themes.settled();
    this.listeners.tell();
  }

  async #followSearch(): Promise<void> {
    await this.#loaded.passed();
    this.#search.catchUp(this.shelves.entries);
    await this.#search.settled();
    this.#searchReady = true;
    this.listeners.tell();
  }

  #put(record: JournalRecord, order: Mark): void {
    this.#taken += 1;
    this.#refused.delete(record.id);
    if (!this.shelves.put(record, order)) return;
    if (record.kind === "entry") {
      this.#search.written(record);
      this.#themes.written(record);
    } else if (this.#engineFollows) tellThemes(this.engine, record);
  }

  #remove(id: RecordId): void {
    this.#refused.delete(id);
    const record = this.shelves.remove(id);
    if (record === null) return;
    if (record.kind === "entry") {
      this.#search.removed(record.id);
      this.#themes.removed(record.id);
    } else if (this.#engineFollows) tellThemes(this.engine, record, "gone");
    this.listeners.tell();
  }
}

/** What the search index is told: every entry, in the bin or not. */
const searching: Telling<SearchDocument> = { includes: () => true, itemOf: searchDocument };

/** What the theme engine is told: nothing of an entry while it is in the bin. */
const remembering: Telling<ThemeEngineEntry> = {
  includes: (entry) => entry.deletedAt === null,
  itemOf: engineEntry,
};
