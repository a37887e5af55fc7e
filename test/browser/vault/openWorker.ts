import * as Comlink from "comlink";
import * as v from "valibot";
import type { VaultWorker } from "#app/workers/vault/VaultWorker.ts";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Draft } from "#core/entry/Entry.ts";
import type { NewJournal } from "#core/journal/Door.ts";
import type { FedView, ReaderFeed, ReaderSource } from "#core/journal/ReaderFeed.ts";
import { type JournalRecord, journalRecordSchema } from "#core/record/JournalRecord.ts";
import { madeUpDraft } from "../../madeUp/madeUpEntry.ts";

/** A vault worker of its own, as a tab has one. */
export interface Tab {
  readonly vault: Comlink.Remote<VaultWorker>;
  readonly kill: () => void;
}

/** Starts the app's own vault worker. */
export function openTab(): Tab {
  const worker = new Worker(new URL("../../../src/app/workers/vault.worker.ts", import.meta.url), {
    type: "module",
  });
  return { vault: Comlink.wrap<VaultWorker>(worker), kill: () => worker.terminate() };
}

const random = {
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
export const passphrase = "teal kettle morning";

/** Starts a journal in this tab; `words` are its recovery words. */
export async function beginJournal(tab: Tab, over: Partial<NewJournal> = {}) {
  const words = await tab.vault.recoveryWords();
  const begun = await tab.vault.begin({
    cover: { symbol: "sailboat", colour: "teal" },
    hiddenName: null,
    passphrase,
    recoveryWords: words,
    ...over,
  });
  if (!begun.ok) throw new Error(begun.error.type);
  return { id: begun.value, words };
}

/** A draft of a free page that says `text`. */
export const draftOf = (text: string, over: Partial<Draft> = {}): Draft =>
  madeUpDraft(newId(random), text, instant(Date.now()), over);

/** What a reader hears from a tab's vault, and a way to wait for what it should have heard. */
export interface Ear {
  readonly news: ReaderFeed[];
  readonly source: Comlink.Remote<ReaderSource>;
  /** Records as this reader knows them. */
  readonly records: Map<string, JournalRecord>;
  readonly until: (fact: () => boolean) => Promise<void>;
}

/** Listens to a tab's vault as the reader worker does. */
export async function listenTo(tab: Tab): Promise<Ear> {
  const { port1, port2 } = new MessageChannel();
  await tab.vault.serveReader(Comlink.transfer(port1, [port1]));
  const source = Comlink.wrap<ReaderSource>(port2);
  const news: ReaderFeed[] = [];
  const records = new Map<string, JournalRecord>();
  const orders = new Map<string, number>();
  const waiting = new Set<() => void>();
  const take = ({ order, id, view }: FedView) => {
    if (order < (orders.get(id) ?? 0)) throw new Error("an older view came after a newer one");
    orders.set(id, order);
    records.set(id, v.parse(journalRecordSchema, JSON.parse(new TextDecoder().decode(view))));
  };
  await source.listen(
    Comlink.proxy((told: ReaderFeed) => {
      news.push(told);
      if (told.type === "views") told.views.forEach(take);
      if (told.type === "removed") for (const id of told.ids) records.delete(id);
      for (const wake of waiting) wake();
    }),
  );
  return {
    news,
    source,
    records,
    until: (fact) =>
      new Promise((resolve) => {
        const look = () => {
          if (!fact()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** The text of the first part of an entry. */
export const textOf = (record: JournalRecord | undefined): string | undefined =>
  record?.kind === "entry" ? record.parts[0]?.text : undefined;
