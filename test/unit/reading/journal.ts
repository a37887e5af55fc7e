import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId, ModelId } from "#core/identifiers.ts";
import type { IndexName, ReaderFeed, ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import type { ReaderPlatform } from "#reading/ReaderPlatform.ts";
import { madeUpEntry } from "../../madeUp/madeUpEntry.ts";

/** Made-up entries, and a journal in memory that speaks the reader's feed as the vault does. */

export const entryId = (id: string) => id as EntryId;
export const modelId = (id: string) => id as ModelId;

/** An entry with the given words; everything else is plain unless said. */
export const entryOf = (id: string, text: string, said: Partial<Entry> = {}): Entry =>
  madeUpEntry(id, text, instant(Date.UTC(2026, 0, 1)), {
    createdAt: instant(0),
    editedAt: instant(0),
    ...said,
  });

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** A platform whose delayed tasks run when `wait` is called. */
export function testPlatform(timezoneOffset: (at: number) => number = () => 0): ReaderPlatform & {
  readonly wait: () => void;
} {
  const tasks = new Set<() => void>();
  return {
    turn: () => new Promise((go) => setImmediate(go)),
    after: (_milliseconds, task) => {
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    encode: (text) => encoder.encode(text),
    decode: (bytes) => decoder.decode(bytes),
    timezoneOffset,
    wait: () => {
      const due = [...tasks];
      tasks.clear();
      for (const task of due) task();
    },
  };
}

/** What the vault keeps: rows with renewed order, and stored indexes. Listeners hear of every write. */
export class MemoryJournal implements ReaderSource {
  readonly rows = new Map<RecordId, { readonly order: Mark; readonly record: JournalRecord }>();
  readonly stored = new Map<IndexName, { through: Mark; segments: Uint8Array[] }>();
  /** Ids that a reader could not read. */
  readonly refused: RecordId[] = [];
  #order = 0;
  #listeners: ((news: ReaderFeed) => void)[] = [];

  get mark(): Mark {
    return this.#order;
  }

  write(...records: readonly JournalRecord[]): Mark {
    const views = records.map((record) => {
      this.#order += 1;
      this.rows.set(record.id, { order: this.#order, record });
      return this.#fed(record, this.#order);
    });
    this.#tell({ type: "views", views, through: this.#order });
    return this.#order;
  }

  purge(...ids: readonly RecordId[]): Mark {
    this.#order += 1;
    for (const id of ids) this.rows.delete(id);
    this.#tell({ type: "removed", ids, through: this.#order });
    return this.#order;
  }

  /** The reader of an earlier session is gone: it hears nothing any more. */
  lock(): void {
    this.#listeners = [];
  }

  readonly listen = async (listener: (news: ReaderFeed) => void): Promise<void> => {
    listener({ type: "begin", total: this.rows.size });
    const rows = [...this.rows.values()].sort((a, b) => b.order - a.order);
    for (let from = 0; from < rows.length; from += 500) {
      const views = rows
        .slice(from, from + 500)
        .map(({ order, record }) => this.#fed(record, order));
      listener({ type: "views", views, through: this.#order });
    }
    listener({ type: "loaded", through: this.#order, unreadable: 0 });
    this.#listeners.push(listener);
  };

  readonly refuse: ReaderSource["refuse"] = async (ids) => {
    this.refused.push(...ids);
  };

  readonly loadIndex: ReaderSource["loadIndex"] = async (name) => this.stored.get(name) ?? null;

  readonly storeIndex: ReaderSource["storeIndex"] = async (name, through, segments, count) => {
    const kept = this.stored.get(name)?.segments.slice(0, count) ?? [];
    for (const { number, bytes } of segments) kept[number] = bytes;
    this.stored.set(name, { through, segments: kept });
  };

  #tell(news: ReaderFeed): void {
    for (const listener of this.#listeners) listener(news);
  }

  #fed(record: JournalRecord, order: Mark) {
    return { order, id: record.id, view: encoder.encode(JSON.stringify(record)) };
  }
}
