import { expect, test } from "vitest";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { Opened, Vault } from "#core/journal/Vault.ts";
import type { RowStore } from "#vault/RowStore.ts";
import { draftOf, entryOf, listenTo, openDevice, textOf, value } from "./openTestJournal.ts";

const opened = async (vault: Vault, id: EntryId): Promise<Opened<Entry>> => {
  const { record, basis } = value(await vault.open(id));
  if (record.kind !== "entry") throw new Error("not an entry");
  return { record, basis };
};
const started = async () => {
  const device = await openDevice();
  const [one, other] = [device.tab(), device.tab()];
  const { entry } = value(await one.vault.keepDraft(draftOf("The porter came late.")));
  return { device, one, other, id: entry.id };
};

test("two tabs that edit one entry both keep their words", async () => {
  const { one, other, id } = await started();
  const mine = await opened(one.vault, id);
  const theirs = await opened(other.vault, id);
  const edit = (text: string, { basis }: Opened) => draftOf(text, { of: { entry: id, basis } });
  value(await one.vault.keepDraft(edit("On Monday the porter came late.", mine)));
  const { entry } = value(
    await other.vault.keepDraft(edit("The porter came late. Nobody knew why.", theirs)),
  );
  expect(textOf(entry)).toBe("On Monday the porter came late. Nobody knew why.");
  expect(value(await one.vault.history(id)).map(({ record }) => textOf(record))).toEqual([
    "On Monday the porter came late.",
    "The porter came late.",
  ]);
});

test("two tabs that write at the same moment both keep their words", async () => {
  const { one, other, id } = await started();
  const { record, basis } = await opened(one.vault, id);
  await Promise.all([
    one.vault.save([{ basis, next: { ...record, tags: ["porters"] } }]),
    other.vault.save([{ basis, next: { ...record, tags: ["delay"] } }]),
    one.vault.save([{ basis, next: { ...record, setting: "Ward 4" } }]),
    other.vault.save([{ basis, next: { ...record, feeling: "got-in-the-way" } }]),
  ]);
  const { record: now } = await opened(one.vault, id);
  expect(now.tags.toSorted()).toEqual(["delay", "porters"]);
  expect(now).toMatchObject({ setting: "Ward 4", feeling: "got-in-the-way" });
});

test("a save answers with what was handed in and with what is stored", async () => {
  const { one, other, id } = await started();
  const { record, basis } = await opened(one.vault, id);
  value(await other.vault.save([{ basis, next: { ...record, setting: "Ward 4" } }]));
  const { saved } = value(await one.vault.save([{ basis, next: { ...record, tags: ["x"] } }]));
  expect(saved[0]?.mine.record).toMatchObject({ setting: "", tags: ["x"] });
  expect(saved[0]?.merged.record).toMatchObject({ setting: "Ward 4", tags: ["x"] });
});

test("typing on from either state of a save merges without doubling anything", async () => {
  const { one, id } = await started();
  const { record, basis } = await opened(one.vault, id);
  const say = (text: string): Entry => ({
    ...record,
    parts: [{ part: "free.text", label: "", text }],
  });
  const first = value(await one.vault.save([{ basis, next: say("The porter came late. A") }]));
  const from = first.saved[0]?.mine.basis ?? basis;
  value(await one.vault.save([{ basis: from, next: say("The porter came late. A b") }]));
  const { saved } = value(
    await one.vault.save([{ basis: from, next: say("The porter came late. A b c") }]),
  );
  expect(textOf(saved[0]?.merged.record)).toMatch(/^The porter came late\. A/);
  expect(textOf(saved[0]?.merged.record)).toContain("c");
});

test("several edits are written all or none", async () => {
  const { device, one, id } = await started();
  const good = await opened(one.vault, id);
  const bad = value(await one.vault.keepDraft(draftOf("damaged"))).entry;
  device.memory.documents.set(bad.id, { id: bad.id, rev: 1, sealed: Uint8Array.of(1) });
  device.memory.views.set(bad.id, { id: bad.id, order: 2, sealed: Uint8Array.of(1) });
  const failed = await one.vault.save([
    { basis: good.basis, next: { ...good.record, setting: "Ward 9" } },
    { basis: null, next: bad },
  ]);
  expect(failed).toEqual({ ok: false, error: { type: "Unreadable" } });
  expect((await opened(one.vault, id)).record.setting).toBe("");
});

test("two edits of one record in one save both stay, with both earlier states remembered", async () => {
  const { one, id } = await started();
  const { record, basis } = await opened(one.vault, id);
  value(
    await one.vault.save([
      { basis, next: { ...record, setting: "Ward 4" }, remember: true },
      { basis, next: { ...record, tags: ["x"] }, remember: true },
    ]),
  );
  expect((await opened(one.vault, id)).record).toMatchObject({ setting: "Ward 4", tags: ["x"] });
  expect(value(await one.vault.history(id))).toHaveLength(2);
});

test("an entry removed for good while it is being edited comes back with the words on screen", async () => {
  const { one, other, id } = await started();
  const { basis } = await opened(one.vault, id);
  value(await other.vault.purge([id]));
  const draft = draftOf("The porter came late, and then left.", { of: { entry: id, basis } });
  expect(textOf(value(await one.vault.keepDraft(draft)).entry)).toBe(
    "The porter came late, and then left.",
  );
});

test("a write that always finds somebody else's first gives up instead of hanging", async () => {
  const { device, id } = await started();
  const always = (rows: RowStore): RowStore => ({
    ...rows,
    commit: async () => ({ ok: false, error: { type: "Conflict" } }),
  });
  const { vault } = device.tab(always);
  const { record, basis } = await opened(vault, id);
  expect(await vault.save([{ basis, next: { ...record, setting: "x" } }])).toMatchObject({
    ok: false,
    error: { type: "StorageRefused" },
  });
});

test("a reader hears what other tabs write and remove, in the order of writing", async () => {
  const { device, one, other, id } = await started();
  const ear = await listenTo(one);
  await ear.loaded;
  const added = value(await other.vault.keepDraft(draftOf("From the other tab.")));
  value(await one.vault.keepDraft(draftOf("From this one.")));
  const gone = value(await other.vault.purge([id]));
  value(await other.vault.save([{ basis: null, next: entryOf("Last.") }]));
  await ear.until(() => ear.records.size === 3 && !ear.records.has(id));
  expect(gone).toBeGreaterThan(added.mark);
  expect([...ear.records.values()].map(textOf).toSorted()).toEqual([
    "From the other tab.",
    "From this one.",
    "Last.",
  ]);
  const reached = ear.news.flatMap((news) => ("through" in news ? [news.through] : []));
  expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  expect(reached.at(-1)).toBe(device.memory.last);
});

test("news of a removal that arrives after the record was made again removes nothing", async () => {
  const device = await openDevice();
  const entry = entryOf("Back again.");
  const [one, other] = [device.tab(), device.tab()];
  const ear = await listenTo(one);
  await ear.loaded;
  value(await other.vault.save([{ basis: null, next: entry }]));
  await ear.until(() => ear.records.has(entry.id));
  const release = device.holdNews();
  value(await other.vault.purge([entry.id]));
  value(await other.vault.save([{ basis: null, next: { ...entry, setting: "again" } }]));
  // This tab's own write makes it look at what came between.
  value(await one.vault.keepDraft(draftOf("Something else.")));
  await ear.until(() => ear.records.size === 2);
  release();
  value(await other.vault.keepDraft(draftOf("The last news.")));
  await ear.until(() => ear.records.size === 3);
  expect(ear.records.get(entry.id)).toMatchObject({ setting: "again" });
});

test("what another tab wrote before this one is heard first, even when its news is late", async () => {
  const device = await openDevice();
  const [one, other] = [device.tab(), device.tab()];
  const ear = await listenTo(one);
  await ear.loaded;
  const release = device.holdNews();
  value(await other.vault.keepDraft(draftOf("Earlier, elsewhere.")));
  const { mark } = value(await one.vault.keepDraft(draftOf("Later, here.")));
  const reached = () => ear.news.some((news) => "through" in news && news.through >= mark);
  await ear.until(reached);
  // A stored index that covers `mark` must cover what came before it.
  expect([...ear.records.values()].map(textOf)).toEqual(["Earlier, elsewhere.", "Later, here."]);
  release();
});
