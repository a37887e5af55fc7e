import * as Comlink from "comlink";
import { instant } from "#base/Clock.ts";
import { ok } from "#base/Result.ts";
import type { ReaderFeed, ReaderSource } from "#core/journal/ReaderFeed.ts";
import { openCovers } from "#storage/openCovers.ts";
import { createDoor } from "#vault/createDoor.ts";
import type { OpenedVault } from "#vault/createVault.ts";
import { createKeyRing } from "./createKeyRing.ts";
import type { DoorTools } from "./openJournal.ts";
import type { VaultWorker } from "./VaultWorker.ts";

/** Views are handed over, not copied. */
const handedOver = (news: ReaderFeed): ReaderFeed =>
  news.type === "views"
    ? Comlink.transfer(
        news,
        news.views.map(({ view }) => view.buffer),
      )
    : news;

/** Everything the vault worker does, joined: the door now, a vault once a journal is unlocked. */
export function createVaultWorker(): VaultWorker {
  const random = {
    bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  };
  const tools: DoorTools = {
    covers: openCovers(),
    keys: createKeyRing(random),
    clock: { now: () => instant(Date.now()) },
    random,
  };
  const load = () => import("./openJournal.ts");
  let current: OpenedVault | null = null;
  const opened = (): OpenedVault => {
    if (current === null) throw new Error("no journal is open");
    return current;
  };
  const door = createDoor({
    ...tools,
    // An import that fails now is asked for again, and reported, by `open`.
    prepare: () => void load().catch(() => undefined),
    open: async (unlocked) => {
      const { openJournal } = await load();
      const journal = await openJournal(unlocked, tools);
      if (!journal.ok) return journal;
      current = journal.value;
      return ok(null);
    },
  });

  return {
    ...door,
    drafts: () => opened().vault.drafts(),
    saveDraft: (draft) => opened().vault.saveDraft(draft),
    discardDraft: (id) => opened().vault.discardDraft(id),
    keepDraft: (draft) => opened().vault.keepDraft(draft),
    open: (id) => opened().vault.open(id),
    save: (edits) => opened().vault.save(edits),
    purge: (ids) => opened().vault.purge(ids),
    history: (id) => opened().vault.history(id),
    stageImport: (...of) => opened().vault.stageImport(...of),
    commitImport: (batch) => opened().vault.commitImport(batch),
    dropImport: (batch) => opened().vault.dropImport(batch),
    exportPage: (after) => opened().vault.exportPage(after),
    unreadable: () => opened().vault.unreadable(),
    changePassphrase: (...of) => opened().vault.changePassphrase(...of),
    replaceRecoveryWords: (...of) => opened().vault.replaceRecoveryWords(...of),
    setCover: (...of) => opened().vault.setCover(...of),
    cover: () => opened().vault.cover(),
    eraseJournal: (proof) => opened().vault.eraseJournal(proof),
    settled: async () => current?.settled(),
    serveReader: async (port) => {
      const { source } = opened();
      const served: ReaderSource = {
        ...source,
        listen: (listener) => source.listen((news) => listener(handedOver(news))),
        loadIndex: async (name) => {
          const index = await source.loadIndex(name);
          const buffers = index?.segments.map(({ buffer }) => buffer) ?? [];
          return Comlink.transfer(index, buffers);
        },
      };
      Comlink.expose(served, port);
    },
  };
}
