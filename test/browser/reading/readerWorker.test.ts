import * as Comlink from "comlink";
import { afterEach, expect, test } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { BatchId, EntryId, ModelId } from "#core/identifiers.ts";
import { beginJournal, draftOf, openTab, passphrase, type Tab } from "../vault/openWorker.ts";
import { type OpenReader, openReader } from "./openReader.ts";

const open: { readonly kill: () => void }[] = [];
afterEach(() => {
  for (const worker of open.splice(0)) worker.kill();
});
const tab = (): Tab => {
  const opened = openTab();
  open.push(opened);
  return opened;
};
const readerOf = async (of: Tab): Promise<OpenReader> => {
  const opened = await openReader(of);
  open.push(opened);
  return opened;
};

const texts = [
  "Waited an hour for parking before the early clinic.",
  "The discharge medicines came after the taxi had gone.",
  "Handover went well with the new sheet.",
];
function imported(count: number): readonly Entry[] {
  const batch = "batch" as BatchId;
  return Array.from({ length: count }, (_, number) => ({
    kind: "entry",
    id: `imported-${number}` as EntryId,
    model: "free" as ModelId,
    parts: [{ part: "free.text", label: "", text: `${texts[number % 3]} Note ${number}.` }],
    happened: { at: instant(Date.UTC(2025, 0, 1) + number * 3_600_000), precision: "minute" },
    feeling: "neither",
    tags: [],
    setting: "",
    roles: [],
    forAppraisal: false,
    origin: { type: "imported", batch },
    createdAt: instant(0),
    editedAt: instant(0),
    deletedAt: null,
  }));
}

async function importInto({ vault }: Tab, entries: readonly Entry[]) {
  const batch = "batch" as BatchId;
  await vault.stageImport(batch, entries);
  const done = await vault.commitImport(batch);
  if (!done.ok) throw new Error(done.error.type);
  return done.value.mark;
}

/** Rows of stored indexes, as anyone who looks into IndexedDB sees them. */
async function storedIndexRows(id: string): Promise<number> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const asked = indexedDB.open(`headroom-${id}`);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const count = await new Promise<number>((done, failed) => {
    const asked = db.transaction("derived").objectStore("derived").count();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  db.close();
  return count;
}

test("what was just kept is listed, found by its beginning, and told to whoever listens", async () => {
  const here = tab();
  await beginJournal(here);
  const { reader } = await readerOf(here);
  const told = new Promise<void>((go) => {
    void reader.subscribe(Comlink.proxy(() => go()));
  });
  const kept = await here.vault.keepDraft(draftOf("The porter’s lift was broken again."));
  if (!kept.ok) throw new Error(kept.error.type);
  const { mark, entry } = kept.value;
  expect((await reader.timeline({}, mark)).ids).toEqual([entry.id]);
  expect(await reader.find("brok", {}, mark)).toMatchObject({ ids: [entry.id], words: ["broken"] });
  expect(await reader.entry(entry.id, mark)).toEqual(entry);
  expect(await reader.reminders(entry.id, mark)).toEqual([]);
  await told;
});

test("the index of an import is kept sealed and serves the next unlock, edits and removals included", async () => {
  const first = tab();
  const { id } = await beginJournal(first);
  const before = await readerOf(first);
  const mark = await importInto(first, imported(1_200));
  expect((await before.reader.find("parking", {}, mark)).ids).toHaveLength(400);
  await expect.poll(() => storedIndexRows(id), { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  const removed = await first.vault.purge(["imported-0" as EntryId]);
  expect(removed.ok).toBe(true);
  const kept = await first.vault.keepDraft(draftOf("No parking again."));
  expect(kept.ok).toBe(true);
  before.kill();
  first.kill();

  const second = tab();
  await second.vault.unlock(id, { type: "passphrase", passphrase });
  const { reader } = await readerOf(second);
  const found = await reader.find("parking", {}, 0);
  expect(found.ids).toHaveLength(400);
  expect(found.ids).not.toContain("imported-0");
  expect((await reader.find("dischrage medicines", {}, 0)).ids).toHaveLength(400);
  expect(await reader.readiness()).toEqual({
    loaded: 1_200,
    total: 1_200,
    searchReady: true,
    unreadable: 0,
  });
});
