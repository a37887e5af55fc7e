import { Dexie } from "dexie";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JournalId } from "#core/identifiers.ts";
import { openCovers } from "#storage/openCovers.ts";
import { openRows } from "#storage/openRows.ts";
import { coverRow, coverStoreContract } from "../../contract/storage/coverStore.ts";

const opened: ReturnType<typeof openCovers>[] = [];
const open = () => {
  const covers = openCovers();
  opened.push(covers);
  return covers;
};
const clear = async () => {
  for (const covers of opened.splice(0)) covers.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
};
beforeEach(clear);
afterEach(clear);

coverStoreContract(async () => open);

/** Puts something into the table of covers behind the store's back. */
async function put(row: unknown): Promise<void> {
  await open().list();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("headroom-covers");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve) => {
    const transaction = db.transaction("covers", "readwrite");
    transaction.objectStore("covers").put(row);
    transaction.oncomplete = resolve;
  });
  db.close();
}

test("erasing a journal deletes its database, also while another tab has it open", async () => {
  const id = "erased" as JournalId;
  await open().add(coverRow(id));
  const rows = await openRows(id);
  expect(rows.ok).toBe(true);
  expect(await open().erase(id)).toEqual({ ok: true, value: null });
  expect(await Dexie.getDatabaseNames()).toEqual(["headroom-covers"]);
  expect(rows.ok && (await rows.value.putDraft("d", new Uint8Array()))).toMatchObject({
    ok: false,
    error: { type: "StorageRefused" },
  });
});

test("an erasure that was cut short is finished when the covers are next listed", async () => {
  const id = "half" as JournalId;
  const rows = await openRows(id);
  if (rows.ok) rows.value.close();
  await open().list();
  const db = new Dexie("headroom-covers");
  await db.open();
  await db.table("erasing").put({ id });
  db.close();
  expect(await open().list()).toEqual({ ok: true, value: [] });
  expect(await Dexie.getDatabaseNames()).toEqual(["headroom-covers"]);
});

test("what a killed tab leaves of a journal it was making goes when the covers are next listed, unlike one still being made", async () => {
  const [left, made] = ["left" as JournalId, "made" as JournalId];
  const maker = open();
  expect(await maker.reserve(made)).toMatchObject({ ok: true });
  for (const id of [left, made]) {
    const rows = await openRows(id);
    if (rows.ok) rows.value.close();
  }
  const db = new Dexie("headroom-covers");
  await db.open();
  // Reserved by a tab whose lock is gone with it.
  await db.table("erasing").put({ id: left, making: true });
  db.close();
  const names = () => Dexie.getDatabaseNames().then((all) => all.toSorted());
  expect(await open().list()).toEqual({ ok: true, value: [] });
  expect(await names()).toEqual(["headroom-covers", "headroom-made"]);
  expect(await maker.add(coverRow(made))).toMatchObject({ ok: true });
  expect(await open().list()).toMatchObject({ ok: true, value: [{ id: made }] });
  expect(await names()).toEqual(["headroom-covers", "headroom-made"]);
});

test("a cover that cannot be read hides only itself", async () => {
  await open().add(coverRow("a"));
  await put({ id: "b", shown: "nonsense" });
  await put({ id: "<script>", data: 1 });
  expect(await open().list()).toEqual({ ok: true, value: [coverRow("a")] });
  expect(await open().find("b" as JournalId)).toEqual({ ok: true, value: null });
});

test("damaged tries and cover leave the journal to be opened", async () => {
  await put({ ...coverRow("a"), tries: { wrong: -4 }, inside: "x" });
  expect(await open().find("a" as JournalId)).toEqual({
    ok: true,
    value: coverRow("a", { inside: new Uint8Array() }),
  });
});
