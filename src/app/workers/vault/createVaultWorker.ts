import * as Comlink from "comlink";
import { instant } from "#base/Clock.ts";
import { ok } from "#base/Result.ts";
import type { ReaderFeed, ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { openCovers } from "#storage/openCovers.ts";
import { createDoor } from "#vault/createDoor.ts";
import { createBackupFormat } from "./createBackupFormat.ts";
import { createKeyHolders } from "./createKeyHolders.ts";
import { createKeyRing } from "./createKeyRing.ts";
import type { DoorTools, OpenedJournal } from "./openJournal.ts";
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
    backups: createBackupFormat(),
    holders: createKeyHolders(),
  };
  const load = () => import("./openJournal.ts");
  let current: OpenedJournal | null = null;
  const opened = (): OpenedJournal => {
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
      current.host.start();
      void current.background();
      return ok(current.takeIn);
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
    sealAnew: (...of) => opened().vault.sealAnew(...of),
    sealingAnew: () => opened().vault.sealingAnew(),
    addWay: (...of) => opened().vault.addWay(...of),
    removeWay: (...of) => opened().vault.removeWay(...of),
    setCover: (...of) => opened().vault.setCover(...of),
    cover: () => opened().vault.cover(),
    backupState: () => opened().vault.backupState(),
    proveRecoveryCode: (words) => opened().vault.proveRecoveryCode(words),
    beginBackup: () => opened().vault.beginBackup(),
    nextBackupPart: async () => {
      const part = await opened().vault.nextBackupPart();
      return part.ok ? Comlink.transfer(part, [part.value.bytes.buffer]) : part;
    },
    endBackup: (isSaved) => opened().vault.endBackup(isSaved),
    putOffBackup: () => opened().vault.putOffBackup(),
    checkBackup: (...of) => opened().vault.checkBackup(...of),
    eraseJournal: (proof) => opened().vault.eraseJournal(proof),
    spaces: async (port) => {
      const { subscribe, ...others } = opened().host.spaces;
      const served: Spaces = {
        ...others,
        subscribe: async (listener) => Comlink.proxy(await subscribe(listener)),
      };
      Comlink.expose(served, port);
    },
    // An exchange may be cut off anywhere: what it has kept stands, and the rest is exchanged again.
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
