import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { IndexName, ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import { IndexStorer } from "./IndexStorer.ts";
import type { KeptIndex } from "./KeptIndex.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";

/** What an index is told of entries. To make an item takes far longer than to say that one is due. */
export interface Telling<Item> {
  /** Whether the entry belongs in the index. */
  readonly includes: (entry: Entry) => boolean;
  readonly itemOf: (entry: Entry) => Item;
}

/** An entry as it was last written. */
export interface Written {
  readonly entry: Entry;
  readonly order: Mark;
}

/** Entries absorbed before waiting messages have their turn. */
const slice = 32;
/** Fewer entries out of date than this are never worth starting again for. */
const fewOutOfDate = 500;

/**
 * Keeps one index in step with the journal: takes up what was stored, catches up on what was written
 * since, then follows every change. `reached` is how far the journal has arrived.
 */
export class IndexKeeper<Item extends { readonly id: EntryId }> {
  readonly #index: KeptIndex<Item>;
  readonly #telling: Telling<Item>;
  readonly #platform: ReaderPlatform;
  readonly #storer: IndexStorer;
  readonly #pending = new Map<EntryId, Entry | null>();
  #through: Mark = Number.NEGATIVE_INFINITY;
  #following = false;
  #absorbing = false;
  #waiting: (() => void)[] = [];

  constructor(
    name: IndexName,
    index: KeptIndex<Item>,
    telling: Telling<Item>,
    reached: () => Mark,
    source: ReaderSource,
    platform: ReaderPlatform,
  ) {
    this.#index = index;
    this.#telling = telling;
    this.#platform = platform;
    this.#storer = new IndexStorer(name, source, platform, () =>
      this.isSettled ? { through: reached(), ...index.changed() } : null,
    );
  }

  /** Takes up what was stored, if it is there and readable; otherwise everything will be caught up. */
  async open(): Promise<void> {
    const stored = await this.#storer.load();
    if (stored !== null && (await this.#index.load(stored.segments))) {
      this.#through = stored.through;
    }
  }

  /** Everything in the journal has arrived: catches up with it, and follows from now on. */
  catchUp(journal: ReadonlyMap<EntryId, Written>): void {
    const held = [...this.#index.ids()];
    const gone = held.filter((id) => !journal.has(id));
    const startAgain = gone.length > Math.max(fewOutOfDate, held.length - gone.length);
    if (startAgain && this.#index.clear !== undefined) this.#index.clear();
    else for (const id of gone) this.#index.drop(id);
    for (const [id, { entry, order }] of journal) {
      const needed = this.#telling.includes(entry);
      const holds = this.#index.has(id);
      if (order > this.#through ? needed || holds : needed !== holds) this.#pending.set(id, entry);
    }
    this.#following = true;
    this.#absorb();
  }

  /** An entry was written; before `catchUp` this changes nothing, as it will be caught up. */
  written(entry: Entry): void {
    if (!this.#following) return;
    this.#pending.set(entry.id, entry);
    this.#absorb();
  }

  /** An entry was removed for good. */
  removed(id: EntryId): void {
    if (!this.#following) return;
    this.#pending.set(id, null);
    this.#absorb();
  }

  /** Whether the index holds everything that has arrived. */
  get isSettled(): boolean {
    return this.#following && this.#pending.size === 0;
  }

  /** Resolves once the index holds everything that has arrived. */
  async settled(): Promise<void> {
    if (!this.isSettled) await new Promise<void>((go) => this.#waiting.push(go));
  }

  async #absorb(): Promise<void> {
    if (this.#absorbing) return;
    this.#absorbing = true;
    let taken = 0;
    for (const id of this.#pending.keys()) {
      if (taken > 0 && taken % slice === 0) await this.#platform.turn();
      taken += 1;
      const entry = this.#pending.get(id) ?? null;
      if (entry !== null && this.#telling.includes(entry))
        this.#index.put(this.#telling.itemOf(entry));
      else this.#index.drop(id);
      this.#pending.delete(id);
    }
    this.#absorbing = false;
    if (taken > 0) this.#storer.plan();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
