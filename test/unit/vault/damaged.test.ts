import { expect, test } from "vitest";
import type { EntryId } from "#core/identifiers.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { RowStore } from "#vault/RowStore.ts";
import { draftOf, listenTo, openDevice, textOf, value } from "./openTestJournal.ts";

const started = async () => {
  const device = await openDevice();
  const { vault } = device.tab();
  const texts = ["First.", "Second.", "Third."];
  const ids: EntryId[] = [];
  for (const text of texts) ids.push(value(await vault.keepDraft(draftOf(text))).entry.id);
  const [, id = ids[0]] = ids;
  if (id === undefined) throw new Error("an id");
  return { device, ids, id };
};
const flip = (sealed: Uint8Array) => sealed.with(sealed.length - 20, (sealed.at(-20) ?? 0) ^ 1);
type Started = Awaited<ReturnType<typeof started>>;
const spoilView = ({ device: { memory }, id }: Started) => {
  const row = memory.views.get(id);
  if (row) memory.views.set(id, { ...row, sealed: flip(row.sealed) });
};
const spoilDocument = ({ device: { memory }, id }: Started) => {
  const row = memory.documents.get(id);
  if (row) memory.documents.set(id, { ...row, sealed: flip(row.sealed) });
};
const exported = async ({ device }: Started) =>
  value(await device.tab().vault.exportPage(null)).items.map(({ record }) => textOf(record));

test("a view that does not open is read from its document", async () => {
  const all = await started();
  spoilView(all);
  const ear = await listenTo(all.device.tab());
  await ear.loaded;
  expect(textOf(ear.records.get(all.id))).toBe("Second.");
  expect(ear.news.at(-1)).toMatchObject({ type: "loaded", unreadable: 0 });
  expect(await exported(all)).toEqual(["First.", "Second.", "Third."]);
});

test("a document that does not open is begun again from its view, and can be edited", async () => {
  const all = await started();
  spoilDocument(all);
  const { vault } = all.device.tab();
  const { record, basis } = value(await vault.open(all.id));
  expect(textOf(record)).toBe("Second.");
  const edit = draftOf("Second, mended.", { of: { entry: all.id, basis } });
  expect(textOf(value(await vault.keepDraft(edit)).entry)).toBe("Second, mended.");
  expect(textOf(value(await vault.open(all.id)).record)).toBe("Second, mended.");
});

test("a document that is gone is begun again from its view, and can be edited more than once", async () => {
  const all = await started();
  all.device.memory.documents.delete(all.id);
  const { vault } = all.device.tab();
  const { record, basis } = value(await vault.open(all.id));
  expect(textOf(record)).toBe("Second.");
  const edit = draftOf("Second, mended.", { of: { entry: all.id, basis } });
  value(await vault.keepDraft(edit));
  const mended = value(await vault.open(all.id));
  expect(textOf(mended.record)).toBe("Second, mended.");
  const again = draftOf("Second, again.", { of: { entry: all.id, basis: mended.basis } });
  expect(textOf(value(await vault.keepDraft(again)).entry)).toBe("Second, again.");
});

test("a record of which nothing opens is set aside and told, and the rest works", async () => {
  const all = await started();
  spoilView(all);
  spoilDocument(all);
  const opened = all.device.tab();
  const ear = await listenTo(opened);
  await ear.loaded;
  expect([...ear.records.values()].map(textOf)).toEqual(["Third.", "First."]);
  expect(ear.news.at(-1)).toMatchObject({ type: "loaded", unreadable: 1 });
  expect(await opened.vault.open(all.id)).toEqual({ ok: false, error: { type: "Unreadable" } });
  expect(await opened.vault.unreadable()).toEqual([
    { id: all.id, bytes: all.device.memory.documents.get(all.id)?.sealed },
  ]);
  expect(await exported(all)).toEqual(["First.", "Third."]);
  value(await opened.vault.keepDraft(draftOf("Fourth.")));
  await ear.until(() => ear.records.size === 3);
});

test("a record that the reader does not know is set aside like one that does not open", async () => {
  const { device, id } = await started();
  const opened = device.tab();
  await opened.source.refuse([id]);
  expect(await opened.vault.unreadable()).toEqual([
    { id, bytes: device.memory.documents.get(id)?.sealed },
  ]);
});

test("a view without its document is set aside with the bytes there are", async () => {
  const all = await started();
  spoilView(all);
  all.device.memory.documents.delete(all.id);
  const opened = all.device.tab();
  await (await listenTo(opened)).loaded;
  expect(await opened.vault.unreadable()).toEqual([
    { id: all.id, bytes: all.device.memory.views.get(all.id)?.sealed },
  ]);
});

test("a row put in another's place does not open there", async () => {
  const { device, ids } = await started();
  const [a = "", b = ""] = ids;
  const [one, other] = [device.memory.documents.get(a), device.memory.documents.get(b)];
  const view = device.memory.views.get(a);
  if (!one || !other || !view) throw new Error("stored");
  device.memory.documents.set(a, { ...one, sealed: other.sealed });
  device.memory.views.set(a, { ...view, sealed: other.sealed });
  expect(await device.tab().vault.open(a as EntryId)).toMatchObject({ ok: false });
});

test("a draft that does not open is set aside and the others are there", async () => {
  const { device } = await started();
  const { vault } = device.tab();
  const [good, bad] = [draftOf("good"), draftOf("bad")];
  value(await vault.saveDraft(good));
  value(await vault.saveDraft(bad));
  device.memory.drafts.set(bad.id, Uint8Array.of(9));
  expect(value(await vault.drafts()).map(({ id }) => id)).toEqual([good.id]);
  expect(await vault.unreadable()).toEqual([{ id: bad.id, bytes: Uint8Array.of(9) }]);
});

test.each<StorageFailure>([
  { type: "StorageFull" },
  { type: "NewerVersion" },
  { type: "StorageRefused", name: "UnknownError" },
])(
  "when storage refuses with $type, the words are told to be unkept and nothing stored changes",
  async (error) => {
    const { device, ids } = await started();
    const refuse = async () => ({ ok: false, error }) as const;
    const refusing = (rows: RowStore): RowStore => ({
      ...rows,
      commit: refuse,
      addMissing: refuse,
      remove: refuse,
      putDraft: refuse,
    });
    const { vault } = device.tab(refusing);
    const draft = draftOf("Words on screen.");
    value(await device.tab().vault.saveDraft(draft));
    const before = structuredClone(device.memory);
    const failed = { ok: false, error };
    expect(await vault.saveDraft(draft)).toEqual(failed);
    expect(await vault.keepDraft(draft)).toEqual(failed);
    expect(await vault.purge(ids)).toEqual(failed);
    expect(device.memory).toEqual(before);
    // And once there is room again, the same draft can be kept.
    expect(textOf(value(await device.tab().vault.keepDraft(draft)).entry)).toBe("Words on screen.");
    expect(device.memory.drafts.size).toBe(0);
  },
);

test("what is stored holds no words that were written", async () => {
  const { device } = await started();
  const { vault } = device.tab();
  value(await vault.saveDraft(draftOf("Canary words.", { setting: "Canary ward" })));
  const { entry } = value(await vault.keepDraft(draftOf("Canary kept.", { tags: ["canary tag"] })));
  const { basis } = value(await vault.open(entry.id));
  value(await vault.keepDraft(draftOf("Canary.", { of: { entry: entry.id, basis } })));
  const { memory } = device;
  const bytes = [
    ...[...memory.documents.values(), ...memory.views.values(), ...memory.versions].map(
      ({ sealed }) => sealed,
    ),
    ...memory.drafts.values(),
  ];
  for (const sealed of bytes) {
    expect(Buffer.from(sealed).toString("latin1").toLowerCase()).not.toContain("canary");
  }
});
