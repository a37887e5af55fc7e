import { expect, test } from "vitest";
import type { BatchId } from "#core/identifiers.ts";
import type { Mark, Vault, Version } from "#core/journal/Vault.ts";
import { draftOf, entryOf, listenTo, openDevice, textOf, value } from "./openTestJournal.ts";

type Page = Extract<Awaited<ReturnType<Vault["exportPage"]>>, { ok: true }>["value"];
const batch = "batch" as BatchId;
const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => entryOf(`Imported ${at}.`));

test("nothing of an import is stored before it is committed, or ever when it is dropped", async () => {
  const { memory, tab } = await openDevice();
  const { vault } = tab();
  await vault.stageImport(batch, entries(3));
  expect(memory.documents.size).toBe(0);
  await vault.dropImport(batch);
  expect(value(await vault.commitImport(batch)).summary).toEqual({
    added: 0,
    addedIds: [],
    alreadyHere: 0,
  });
  expect(memory.documents.size).toBe(0);
});

test("a committed import reaches the reader, and each record opens", async () => {
  const { tab } = await openDevice();
  const opened = tab();
  const ear = await listenTo(opened);
  const all = entries(1200);
  await opened.vault.stageImport(batch, all.slice(0, 700));
  await opened.vault.stageImport(batch, all.slice(700));
  const { summary, mark } = value(await opened.vault.commitImport(batch));
  expect(summary).toMatchObject({ added: 1200, alreadyHere: 0 });
  await ear.until(() => ear.records.size === 1200);
  const last = ear.news.at(-1);
  expect(last && "through" in last && last.through).toBe(mark);
  expect(value(await opened.vault.open(all[5]?.id ?? entryOf("").id)).record).toEqual(all[5]);
});

test("what is in the journal already is left as it is and counted", async () => {
  const { tab } = await openDevice();
  const { vault } = tab();
  const [one, two] = entries(2);
  if (!one || !two) throw new Error("two entries");
  value(await vault.save([{ basis: null, next: one }]));
  await vault.stageImport(batch, [{ ...one, setting: "changed" }, two, two]);
  expect(value(await vault.commitImport(batch)).summary).toEqual({
    added: 1,
    addedIds: [two.id],
    alreadyHere: 2,
  });
  expect(value(await vault.open(one.id)).record).toEqual(one);
});

test("an import is undone by removing what it added", async () => {
  const { memory, tab } = await openDevice();
  const opened = tab();
  const { entry } = value(await opened.vault.keepDraft(draftOf("My own.")));
  const ear = await listenTo(opened);
  await opened.vault.stageImport(batch, entries(5));
  const { summary } = value(await opened.vault.commitImport(batch));
  value(await opened.vault.purge(summary.addedIds));
  await ear.until(() => ear.news.some(({ type }) => type === "removed"));
  expect([...ear.records.keys()]).toEqual([entry.id]);
  expect(memory.documents.size).toBe(1);
});

test("what is exported and imported elsewhere is the same journal, history included", async () => {
  const here = (await openDevice()).tab().vault;
  await here.stageImport(batch, entries(600));
  value(await here.commitImport(batch));
  const { entry } = value(await here.keepDraft(draftOf("One.")));
  for (const text of ["Two.", "Three."]) {
    const { basis } = value(await here.open(entry.id));
    value(await here.keepDraft(draftOf(text, { of: { entry: entry.id, basis } })));
  }
  const there = (await openDevice(2)).tab().vault;
  let after: Mark | null = null;
  do {
    const page: Page = value(await here.exportPage(after));
    const versions: Version[] = page.items.flatMap((item) => item.versions);
    await there.stageImport(
      batch,
      page.items.map(({ record }) => record),
      versions,
    );
    after = page.next;
  } while (after !== null);
  expect(value(await there.commitImport(batch)).summary.added).toBe(601);
  const texts = value(await there.history(entry.id)).map(({ record }) => textOf(record));
  expect(texts).toEqual(["Two.", "One."]);
  const first = value(await here.exportPage(null)).items.map(({ record }) => record);
  expect(value(await there.exportPage(null)).items.map(({ record }) => record)).toEqual(first);
});
