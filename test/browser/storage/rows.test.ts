import { Dexie } from "dexie";
import { afterEach, expect, test } from "vitest";
import { newId } from "#base/newId.ts";
import { journalDatabaseName } from "#storage/journalDatabaseName.ts";
import { openRows } from "#storage/openRows.ts";
import type { RowStore } from "#vault/RowStore.ts";
import { rowStoreContract } from "../../contract/storage/rowStore.ts";

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const made: { readonly id: string; readonly rows: RowStore[] }[] = [];

function subject() {
  const made_ = { id: newId(random), rows: [] as RowStore[] };
  made.push(made_);
  const open = async (): Promise<RowStore> => {
    const rows = await openRows(made_.id);
    if (!rows.ok) throw new Error(JSON.stringify(rows.error));
    made_.rows.push(rows.value);
    return rows.value;
  };
  return { id: made_.id, open };
}

afterEach(async () => {
  for (const { id, rows } of made.splice(0)) {
    for (const one of rows) one.close();
    await Dexie.delete(journalDatabaseName(id));
  }
});

rowStoreContract(async () => subject());

const sealed = Uint8Array.of(1);
const write = { id: "a", expected: null, document: sealed, view: sealed, versions: [] };

/** The database as the browser has it, beside Dexie. */
const raw = (id: string, version?: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(journalDatabaseName(id), version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

test("every writing transaction asks for strict durability", async () => {
  const asked: (string | undefined)[] = [];
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === "readwrite") asked.push(options?.durability);
    return original.call(this, stores, mode, options);
  };
  try {
    const rows = await subject().open();
    await rows.commit([write], null);
    await rows.putDraft("d", sealed);
    await rows.dropDraft("d");
    await rows.addMissing([{ ...write, id: "b" }]);
    await rows.remove(["b"]);
    await rows.writeIndex("search", { through: 1, count: 0, segments: [], expected: null });
  } finally {
    IDBDatabase.prototype.transaction = original;
  }
  expect(asked).toEqual(asked.map(() => "strict"));
  expect(asked.length).toBe(6);
});

test("a tab with older code steps aside when a newer one upgrades, and says so", async () => {
  const { id, open } = subject();
  const rows = await open();
  await rows.commit([write], null);
  const newer = await raw(id, 1000);
  const newerVersion = { ok: false, error: { type: "NewerVersion" } };
  expect(await rows.document("a")).toEqual(newerVersion);
  expect(await rows.commit([write], null)).toEqual(newerVersion);
  newer.close();
  expect(await openRows(id)).toEqual(newerVersion);
});

test("a closed store refuses, and a bug is not taken for a refusal", async () => {
  const rows = await subject().open();
  await expect(rows.putDraft("d", (() => undefined) as never)).rejects.toThrow();
  rows.close();
  expect(await rows.putDraft("d", sealed)).toMatchObject({
    ok: false,
    error: { type: "StorageRefused" },
  });
});

test("a row whose sealed bytes are something else is read as bytes that do not open", async () => {
  const { id, open } = subject();
  const rows = await open();
  await rows.commit([write], null);
  const db = await raw(id);
  const done = new Promise((resolve) => {
    const transaction = db.transaction("documents", "readwrite");
    transaction.objectStore("documents").put({ id: "a", rev: 1, sealed: "plain words" });
    transaction.oncomplete = resolve;
  });
  await done;
  db.close();
  expect(await rows.document("a")).toEqual({
    ok: true,
    value: { id: "a", rev: 1, sealed: new Uint8Array() },
  });
});

/** Makes the browser fail as Chromium does where the file of a large value is gone: this value, and every range that holds it. */
async function withLostValue<T>(lost: IDBValidKey, work: () => Promise<T>): Promise<T> {
  const { get, getAll } = IDBObjectStore.prototype;
  const unreadable = () => new DOMException("Failed to read large IndexedDB value", "DataError");
  IDBObjectStore.prototype.getAll = () => {
    throw unreadable();
  };
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key);
    if (key === lost) {
      request.addEventListener("success", (event) => {
        event.stopImmediatePropagation();
        Object.defineProperty(request, "error", { value: unreadable() });
        request.dispatchEvent(new Event("error", { bubbles: true, cancelable: true }));
      });
    }
    return request;
  };
  try {
    return await work();
  } finally {
    Object.assign(IDBObjectStore.prototype, { get, getAll });
  }
}

test("of views of which one cannot be read by the browser, the others are there, and its id", async () => {
  const rows = await subject().open();
  await rows.commit([write, { ...write, id: "b" }, { ...write, id: "c" }], null);
  const read = await withLostValue(2, () => rows.views(0, Number.POSITIVE_INFINITY, 10));
  expect(read.ok && read.value).toEqual([
    { order: 1, id: "a", sealed },
    { order: 2, id: "b", sealed: new Uint8Array() },
    { order: 3, id: "c", sealed },
  ]);
});

test("of drafts of which one cannot be read by the browser, the others are there", async () => {
  const rows = await subject().open();
  await rows.putDraft("a", sealed);
  await rows.putDraft("b", sealed);
  const read = await withLostValue("a", () => rows.drafts());
  expect(read.ok && read.value).toEqual([
    { id: "a", sealed: new Uint8Array() },
    { id: "b", sealed },
  ]);
});

test("a document that the browser cannot read stands as lost, and may be written again", async () => {
  const rows = await subject().open();
  await rows.commit([write], null);
  await withLostValue("a", async () => {
    expect(await rows.document("a")).toEqual({
      ok: true,
      value: { id: "a", rev: 0, sealed: new Uint8Array() },
    });
    expect(await rows.documents(["a", "never there"])).toEqual({
      ok: true,
      value: [{ id: "a", rev: 0, sealed: new Uint8Array() }, null],
    });
  });
  // As long as it can be read, nothing made from a lost one replaces it.
  expect(await rows.commit([{ ...write, expected: 0 }], null)).toMatchObject({
    ok: false,
    error: { type: "Conflict" },
  });
});

/** Takes the document "a" out of the database, as a browser that lost it. */
async function dropDocument(id: string): Promise<void> {
  const db = await raw(id);
  await new Promise((resolve) => {
    const transaction = db.transaction("documents", "readwrite");
    transaction.objectStore("documents").delete("a");
    transaction.oncomplete = resolve;
  });
  db.close();
}

test("a view whose document is gone stands for it until it is written again", async () => {
  const { id, open } = subject();
  const rows = await open();
  await rows.commit([write], null);
  await dropDocument(id);
  expect(await rows.document("a")).toMatchObject({ ok: true, value: { rev: 0 } });
  expect(await rows.documents(["a"])).toMatchObject({ ok: true, value: [{ rev: 0 }] });
  expect(await rows.commit([{ ...write, expected: 0 }], null)).toMatchObject({ ok: true });
  expect(await rows.document("a")).toEqual({ ok: true, value: { id: "a", rev: 1, sealed } });
});

test("an import brings back a record whose document is gone, though its view is there", async () => {
  const { id, open } = subject();
  const rows = await open();
  await rows.commit([write], null);
  await dropDocument(id);
  expect(await rows.addMissing([write, { ...write, id: "b" }])).toMatchObject({
    ok: true,
    value: { added: ["a", "b"] },
  });
});
