import { expect, test } from "vitest";
import type { BatchId } from "#core/identifiers.ts";
import type { RowStore } from "#vault/RowStore.ts";
import { draftOf, entryOf, listenTo, openDevice, textOf, value } from "./openTestJournal.ts";

const batch = "batch" as BatchId;
const filled = async (count: number) => {
  const device = await openDevice();
  const { vault } = device.tab();
  const entries = Array.from({ length: count }, (_, at) => entryOf(`Entry ${at}.`));
  await vault.stageImport(batch, entries);
  value(await vault.commitImport(batch));
  return { device, entries };
};

test("a reader is told the total, everything newest first in chunks, and the end", async () => {
  const { device } = await filled(1234);
  const ear = await listenTo(device.tab());
  await ear.loaded;
  expect(ear.news[0]).toEqual({ type: "begin", total: 1234 });
  const chunks = ear.news.flatMap((news) => (news.type === "views" ? [news.views] : []));
  expect(chunks.every((views) => views.length <= 500)).toBe(true);
  const orders = chunks.flat().map(({ order }) => order);
  expect(orders).toEqual(orders.toSorted((a, b) => b - a));
  expect(orders).toHaveLength(1234);
  expect(ear.news.at(-1)).toEqual({ type: "loaded", through: 1234, unreadable: 0 });
});

test("an empty journal is loaded at once", async () => {
  const ear = await listenTo((await openDevice()).tab());
  await ear.loaded;
  expect(ear.news).toEqual([
    { type: "begin", total: 0 },
    { type: "loaded", through: 0, unreadable: 0 },
  ]);
});

test("a Keep while the journal is being read is kept and told before the rest is read", async () => {
  const { device } = await filled(3000);
  const opened = device.tab();
  let kept: Promise<unknown> | null = null;
  const ear = await listenTo(opened, (news) => {
    if (news.type === "views" && kept === null) {
      kept = opened.vault.keepDraft(draftOf("In between."));
    }
  });
  await ear.until(() => [...ear.records.values()].some((one) => textOf(one) === "In between."));
  expect(ear.records.size).toBeLessThan(3000);
  await ear.loaded;
  expect(ear.records.size).toBe(3001);
});

test("a record rewritten or removed while it is being read arrives as it is now", async () => {
  const { device, entries } = await filled(600);
  const [oldest, second] = entries;
  if (!oldest || !second) throw new Error("entries");
  const writer = device.tab();
  let slow: (() => void) | null = null;
  const held = new Promise<void>((resolve) => {
    slow = resolve;
  });
  // The second chunk is read, then held back until both records have changed.
  const holding = (rows: RowStore): RowStore => ({
    ...rows,
    views: async (after, before, limit) => {
      const read = await rows.views(after, before, limit);
      if (after === 0 && limit !== 1) await held;
      return read;
    },
  });
  const ear = await listenTo(device.tab(holding));
  await ear.until(() => ear.records.size === 500);
  const { basis } = value(await writer.vault.open(oldest.id));
  value(await writer.vault.save([{ basis, next: { ...oldest, setting: "now" } }]));
  value(await writer.vault.purge([second.id]));
  await ear.until(() => ear.news.some(({ type }) => type === "removed"));
  (slow as (() => void) | null)?.();
  await ear.loaded;
  expect(ear.records.get(oldest.id)).toMatchObject({ setting: "now" });
  expect(ear.records.has(second.id)).toBe(false);
  expect(ear.records.size).toBe(599);
});

test("a journal whose few records were rewritten very often is still read in few steps", async () => {
  const { device, entries } = await filled(3);
  device.memory.last = 2_000_000;
  const [one] = entries;
  if (!one) throw new Error("an entry");
  const writer = device.tab();
  const { basis } = value(await writer.vault.open(one.id));
  value(await writer.vault.save([{ basis, next: { ...one, setting: "later" } }]));
  let reads = 0;
  const counting = (rows: RowStore): RowStore => ({
    ...rows,
    views: (...asked) => {
      reads += 1;
      return rows.views(...asked);
    },
  });
  const ear = await listenTo(device.tab(counting));
  await ear.loaded;
  expect(ear.records.size).toBe(3);
  expect(reads).toBeLessThan(100);
});

test("an index is loaded as stored, and gives way to none where it was damaged", async () => {
  const device = await openDevice();
  const { source } = device.tab();
  const segments = [0, 1, 2].map((number) => ({ number, bytes: Uint8Array.of(number, 42) }));
  await source.storeIndex("search", 7, segments, 3);
  expect(await device.tab().source.loadIndex("search")).toEqual({
    through: 7,
    segments: segments.map(({ bytes }) => bytes),
  });
  const stored = device.memory.indexes.get("search");
  if (!stored) throw new Error("stored");
  const [first, second, third] = stored.segments;
  if (!first || !second || !third) throw new Error("three segments");
  device.memory.indexes.set("search", { ...stored, segments: [second, first, third] });
  expect(await device.tab().source.loadIndex("search")).toBe(null);
});

test("segments of two tabs are never mixed in one index", async () => {
  const device = await openDevice();
  const [one, other] = [device.tab().source, device.tab().source];
  const all = (tab: number) => [0, 1].map((number) => ({ number, bytes: Uint8Array.of(tab) }));
  await one.storeIndex("search", 1, all(1), 2);
  await other.storeIndex("search", 2, all(2), 2);
  await one.storeIndex("search", 3, [{ number: 1, bytes: Uint8Array.of(1) }], 2);
  expect(await device.tab().source.loadIndex("search")).toEqual({
    through: 2,
    segments: [Uint8Array.of(2), Uint8Array.of(2)],
  });
  await other.storeIndex("search", 4, [{ number: 1, bytes: Uint8Array.of(3) }], 2);
  expect(await device.tab().source.loadIndex("search")).toEqual({
    through: 4,
    segments: [Uint8Array.of(2), Uint8Array.of(3)],
  });
});
