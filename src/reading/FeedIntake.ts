import * as v from "valibot";
import type { ReaderFeed } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import {
  type JournalRecord,
  journalRecordSchema,
  type RecordId,
} from "#core/record/JournalRecord.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";

/** What the feed brings, one thing at a time and in order. */
export interface FeedTaker {
  readonly begin: (total: number) => void;
  readonly put: (record: JournalRecord, order: Mark) => void;
  /** A view that is not a record of this version: it is set aside, the rest works. */
  readonly unreadable: (id: RecordId) => void;
  readonly remove: (id: RecordId) => void;
  /** All views of one message have been put. */
  readonly taken: () => void;
  /** Everything up to here has arrived; `loaded` the first time the whole journal has, but for rows the vault could not open. */
  readonly reached: (through: Mark) => void;
  readonly loaded: (unreadable: number) => void;
}

/** Views parsed before waiting messages have their turn. */
const slice = 32;

/** Parses what the vault tells, in order and in slices, so that questions are answered meanwhile. */
export class FeedIntake {
  readonly #platform: ReaderPlatform;
  readonly #taker: FeedTaker;
  readonly #waiting: ReaderFeed[] = [];
  #taking = false;
  #loaded = false;

  constructor(platform: ReaderPlatform, taker: FeedTaker) {
    this.#platform = platform;
    this.#taker = taker;
  }

  /** The next piece of news. */
  readonly take = (news: ReaderFeed): void => {
    this.#waiting.push(news);
    void this.#takeAll();
  };

  async #takeAll(): Promise<void> {
    if (this.#taking) return;
    this.#taking = true;
    for (let news = this.#waiting.shift(); news !== undefined; news = this.#waiting.shift()) {
      await this.#takeOne(news);
    }
    this.#taking = false;
  }

  async #takeOne(news: ReaderFeed): Promise<void> {
    switch (news.type) {
      case "begin":
        return this.#taker.begin(news.total);
      case "views":
        for (const [place, { id, order, view }] of news.views.entries()) {
          if (place > 0 && place % slice === 0) await this.#platform.turn();
          const record = this.#parse(view);
          if (record === null || record.id !== id) this.#taker.unreadable(id);
          else this.#taker.put(record, order);
        }
        this.#taker.taken();
        if (this.#loaded) this.#taker.reached(news.through);
        return;
      case "removed":
        for (const [place, id] of news.ids.entries()) {
          if (place > 0 && place % slice === 0) await this.#platform.turn();
          this.#taker.remove(id);
        }
        if (this.#loaded) this.#taker.reached(news.through);
        return;
      case "loaded":
        this.#loaded = true;
        this.#taker.reached(news.through);
        return this.#taker.loaded(news.unreadable);
    }
  }

  #parse(view: Uint8Array): JournalRecord | null {
    try {
      const parsed = v.safeParse(journalRecordSchema, JSON.parse(this.#platform.decode(view)));
      return parsed.success ? parsed.output : null;
    } catch {
      return null;
    }
  }
}
