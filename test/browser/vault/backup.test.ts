import { afterEach, expect, test } from "vitest";
import type { BatchId, EntryId } from "#core/identifiers.ts";
import { emptyDevice } from "../locked/openDoor.ts";
import { beginJournal, draftOf, listenTo, openTab, passphrase, type Tab } from "./openWorker.ts";

const tabs: Tab[] = [];
const tab = () => {
  const opened = openTab();
  tabs.push(opened);
  return opened;
};
afterEach(async () => {
  for (const opened of tabs.splice(0)) opened.kill();
  await emptyDevice();
});

/** A journal of this many entries, made up. */
async function journalOf(count: number) {
  const own = tab();
  const { words } = await beginJournal(own);
  const kept = await own.vault.keepDraft(draftOf("The first, kept by hand."));
  if (!kept.ok) throw new Error(kept.error.type);
  const batch = "batch" as BatchId;
  for (let from = 1; from < count; from += 500) {
    const records = Array.from({ length: Math.min(500, count - from) }, (_, at) => ({
      ...kept.value.entry,
      id: `entry-${from + at}` as EntryId,
      parts: [
        {
          part: "free.text",
          label: "",
          text: `Entry ${from + at}. ${"The pump again. ".repeat(20)}`,
        },
      ],
      origin: { type: "imported", batch } as const,
    }));
    await own.vault.stageImport(batch, records);
  }
  if (count > 1) await own.vault.commitImport(batch);
  return { own, words };
}

async function backUp(from: Tab) {
  const begun = await from.vault.beginBackup();
  if (!begun.ok) throw new Error(begun.error.type);
  const blobs: Blob[] = [];
  let largest = 0;
  for (;;) {
    const part = await from.vault.nextBackupPart();
    if (!part.ok) throw new Error(part.error.type);
    blobs.push(new Blob([part.value.bytes]));
    largest = Math.max(largest, part.value.bytes.length);
    if (part.value.isLast) break;
  }
  await from.vault.endBackup(true);
  return { file: new File(blobs, "headroom.age"), largest };
}

const journal = (recoveryWords: readonly string[]) => ({
  cover: { symbol: "bird", colour: "slate" } as const,
  hiddenName: null,
  passphrase,
  recoveryWords,
});
const journalDatabases = async () =>
  (await indexedDB.databases())
    .flatMap(({ name }) => name ?? [])
    .filter((name) => /^headroom-(?!covers)/.test(name));

/** `npm run prove` asks for the full size. */
const size = import.meta.env.VITE_PROVE === "full" ? 10_000 : 1500;

test(`${size} entries are backed up and restored in parts of under a megabyte`, {
  timeout: 300_000,
}, async () => {
  const { own, words } = await journalOf(size);
  const started = performance.now();
  const { file, largest } = await backUp(own);
  const written = performance.now();
  expect(largest).toBeLessThan(1024 * 1024);
  own.kill();
  const next = tab();
  const restored = await next.vault.restore(file, journal(words));
  console.info(
    `${size} entries: ${Math.round(file.size / 1024)} kB, backed up in ${Math.round(written - started)} ms, restored in ${Math.round(performance.now() - written)} ms, largest part ${Math.round(largest / 1024)} kB`,
  );
  expect(restored).toMatchObject({ ok: true });
  const ear = await listenTo(next);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  expect(ear.records.size).toBe(size);
});

test("a tab killed at any point of a restore leaves no journal, or all of it", {
  timeout: 300_000,
}, async () => {
  const { own, words } = await journalOf(600);
  const { file } = await backUp(own);
  own.kill();
  const before = await journalDatabases();
  let whole = 0;
  let nothing = 0;
  for (let round = 0; round < 6; round += 1) {
    const restoring = tab();
    const done = restoring.vault.restore(file, journal(words)).then(() => true);
    // In the first rounds killed as far in as the progress says; in the last one only when it is done.
    const reached = async () => {
      while ((await restoring.vault.backupProgress()) < 0.5 + round * 0.1) await Promise.resolve();
      return false;
    };
    const ended = round === 5 ? await done : await Promise.race([done, reached()]);
    restoring.kill();
    const later = tab();
    const listed = await later.vault.journals();
    if (!listed.ok) throw new Error(listed.error.type);
    const fresh = listed.value.filter(({ cover }) => cover.symbol === "bird");
    const left = (await journalDatabases()).filter((name) => !before.includes(name));
    expect(left).toHaveLength(fresh.length);
    for (const { id } of fresh) {
      const opened = await later.vault.unlock(id, { type: "recovery", words });
      expect(opened).toMatchObject({ ok: true });
      const ear = await listenTo(later);
      await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
      expect(ear.records.size).toBe(600);
      await later.vault.eraseJournal({ type: "recovery", words });
    }
    if (ended) expect(fresh).toHaveLength(1);
    if (fresh.length > 0) whole += 1;
    else nothing += 1;
    later.kill();
  }
  expect(whole).toBeGreaterThan(0);
  expect(nothing).toBeGreaterThan(0);
});

test("a journal that is being restored in one tab is not taken for a leftover by another", async () => {
  const { own, words } = await journalOf(600);
  const { file } = await backUp(own);
  const restoring = tab();
  const done = restoring.vault.restore(file, journal(words));
  const ended: { done: boolean } = { done: false };
  void done.then(() => {
    ended.done = true;
  });
  const other = tab();
  while (!ended.done) await other.vault.journals();
  expect(await done).toMatchObject({ ok: true });
  const listed = await other.vault.journals();
  expect(listed.ok && listed.value).toHaveLength(2);
});
