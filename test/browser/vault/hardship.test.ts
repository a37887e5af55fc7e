import { afterEach, expect, test } from "vitest";
import type { BatchId } from "#core/identifiers.ts";
import { journalDatabaseName } from "#storage/journalDatabaseName.ts";
import {
  beginJournal,
  draftOf,
  listenTo,
  openTab,
  passphrase,
  type Tab,
  textOf,
} from "./openWorker.ts";

const tabs: Tab[] = [];
const tab = () => {
  const opened = openTab();
  tabs.push(opened);
  return opened;
};
const unlocked = async (id: Parameters<Tab["vault"]["unlock"]>[0]) => {
  const opened = tab();
  const result = await opened.vault.unlock(id, { type: "passphrase", passphrase });
  if (!result.ok) throw new Error(result.error.type);
  return opened;
};
afterEach(() => {
  for (const opened of tabs.splice(0)) opened.kill();
});

/** Does something to a journal's database behind the vault's back. */
async function tamper(id: string, store: string, act: (store: IDBObjectStore) => void) {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(journalDatabaseName(id));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve) => {
    const transaction = db.transaction(store, "readwrite");
    act(transaction.objectStore(store));
    transaction.oncomplete = resolve;
  });
  db.close();
}

test("a tab ended once its vault has settled has kept all that was asked before", async () => {
  const first = tab();
  expect(await first.vault.settled()).toBe(undefined);
  const { id } = await beginJournal(first);
  void first.vault.saveDraft(draftOf("Not yet kept."));
  void first.vault.keepDraft(draftOf("Kept at the last moment."));
  await first.vault.settled();
  first.kill();
  const next = await unlocked(id);
  const ear = await listenTo(next);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  expect([...ear.records.values()].map(textOf)).toEqual(["Kept at the last moment."]);
  const drafts = await next.vault.drafts();
  expect(drafts.ok && drafts.value.map(({ parts }) => parts[0]?.text)).toEqual(["Not yet kept."]);
});

test("two tabs on one entry both keep their words, and each tab's reader hears of both", async () => {
  const one = tab();
  const { id } = await beginJournal(one);
  const other = await unlocked(id);
  const ears = [await listenTo(one), await listenTo(other)];
  const kept = await one.vault.keepDraft(draftOf("The porter came late."));
  if (!kept.ok) throw new Error(kept.error.type);
  const entry = kept.value.entry.id;
  const edit = async (from: Tab, text: string) => {
    const opened = await from.vault.open(entry);
    if (!opened.ok) throw new Error(opened.error.type);
    const { basis } = opened.value;
    return () => from.vault.keepDraft(draftOf(text, { of: { entry, basis } }));
  };
  const edits = [
    await edit(one, "On Monday the porter came late."),
    await edit(other, "The porter came late. Nobody knew why."),
  ];
  for (const result of await Promise.all(edits.map((act) => act()))) {
    expect(result).toMatchObject({ ok: true });
  }
  const both = "On Monday the porter came late. Nobody knew why.";
  for (const ear of ears) await ear.until(() => textOf(ear.records.get(entry)) === both);
});

test("a tab killed at any moment leaves the draft or the entry, never neither and never both", async () => {
  const first = tab();
  const { id } = await beginJournal(first);
  const saved = new Map<string, string>();
  for (let round = 0; round < 8; round += 1) {
    const writer = await unlocked(id);
    const draft = draftOf(`Killed in round ${round}.`);
    const text = draft.parts[0]?.text ?? "";
    if (!(await writer.vault.saveDraft(draft)).ok) throw new Error("not saved");
    saved.set(draft.id, text);
    const keeping = writer.vault.keepDraft(draft);
    // A different number of turns each round, so that the kill falls in different places.
    for (let turn = 0; turn < round; turn += 1) await writer.vault.cover();
    writer.kill();
    void keeping;
  }
  const later = await unlocked(id);
  const ear = await listenTo(later);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  const drafts = await later.vault.drafts();
  if (!drafts.ok) throw new Error(drafts.error.type);
  const found = [
    ...drafts.value.map(({ parts }) => parts[0]?.text),
    ...[...ear.records.values()].map(textOf),
  ];
  expect(found.toSorted()).toEqual([...saved.values()].toSorted());
});

test("a tab killed during an import leaves all of it or nothing", async () => {
  const first = tab();
  const { id } = await beginJournal(first);
  const kept = await first.vault.keepDraft(draftOf("Before."));
  if (!kept.ok) throw new Error(kept.error.type);
  const batch = "batch" as BatchId;
  const many = Array.from({ length: 300 }, (_, at) => ({
    ...kept.value.entry,
    id: `imported-${at}` as typeof kept.value.entry.id,
    origin: { type: "imported", batch } as const,
  }));
  await first.vault.stageImport(batch, many);
  const committing = first.vault.commitImport(batch);
  await first.vault.cover();
  first.kill();
  void committing;
  const later = await unlocked(id);
  const ear = await listenTo(later);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  expect([1, 301]).toContain(ear.records.size);
});

test("a corrupt stored row is set aside and told; the rest works", async () => {
  const one = tab();
  const { id } = await beginJournal(one);
  const ids: string[] = [];
  for (const text of ["First.", "Second."]) {
    const kept = await one.vault.keepDraft(draftOf(text));
    if (kept.ok) ids.push(kept.value.entry.id);
  }
  const [bad = ""] = ids;
  one.kill();
  const sealed = crypto.getRandomValues(new Uint8Array(300));
  await tamper(id, "documents", (store) => store.put({ id: bad, rev: 1, sealed }));
  await tamper(id, "views", (store) => store.put({ order: 1, id: bad, sealed }));
  const later = await unlocked(id);
  const ear = await listenTo(later);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  expect(ear.news.at(-1)).toMatchObject({ type: "loaded", unreadable: 1 });
  expect([...ear.records.values()].map(textOf)).toEqual(["Second."]);
  expect(await later.vault.unreadable()).toEqual([{ id: bad, bytes: sealed }]);
  expect(await later.vault.keepDraft(draftOf("Third."))).toMatchObject({ ok: true });
});

test("wrong tries and waits outlive the tab", async () => {
  const one = tab();
  const { id } = await beginJournal(one);
  one.kill();
  const wrong = { type: "passphrase", passphrase: "wrong" } as const;
  for (const left of [9, 8]) {
    const next = tab();
    expect(await next.vault.unlock(id, wrong)).toEqual({
      ok: false,
      error: { type: "WrongKey", triesLeft: left },
    });
    next.kill();
  }
});

test("an erased journal is gone from the device", async () => {
  const one = tab();
  const { id } = await beginJournal(one);
  await one.vault.keepDraft(draftOf("To be erased."));
  expect(await one.vault.eraseJournal({ type: "passphrase", passphrase })).toEqual({
    ok: true,
    value: null,
  });
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(journalDatabaseName(id));
  const listed = await tab().vault.journals();
  expect(listed.ok && listed.value.map((journal) => journal.id)).not.toContain(id);
});

test("the worker throws before a journal is open", async () => {
  await expect(tab().vault.drafts()).rejects.toThrow("no journal is open");
});
