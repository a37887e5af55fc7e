import { afterEach, expect, test } from "vitest";
import type { JournalId } from "#core/identifiers.ts";
import { readHead } from "#crypto/SealedHeader.ts";
import { journalDatabaseName } from "#storage/journalDatabaseName.ts";
import { emptyDevice } from "../locked/openDoor.ts";
import { beginJournal, draftOf, openTab, passphrase, type Tab } from "./openWorker.ts";

const tabs: Tab[] = [];
function tab(): Tab {
  const opened = openTab();
  tabs.push(opened);
  return opened;
}
afterEach(async () => {
  for (const { kill } of tabs.splice(0)) kill();
  await emptyDevice();
});

const proof = { type: "passphrase", passphrase } as const;
const unlocked = async (id: JournalId) => {
  const opened = tab();
  expect(await opened.vault.unlock(id, proof)).toMatchObject({ ok: true });
  return opened;
};
const stateOf = async ({ vault }: Tab) => {
  const state = await vault.sealingAnew();
  if (!state.ok) throw new Error(state.error.type);
  return state.value;
};
const draftTexts = async ({ vault }: Tab) => {
  const drafts = await vault.drafts();
  if (!drafts.ok) throw new Error(drafts.error.type);
  return drafts.value.map(({ parts }) => parts[0]?.text).sort();
};

/** How many sealed rows of the journal's database stand under each key. */
async function countByEpoch(id: JournalId): Promise<Record<number, number>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(journalDatabaseName(id));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const counts: Record<number, number> = {};
  for (const name of db.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve) => {
      const all = db.transaction(name).objectStore(name).getAll();
      all.onsuccess = () => resolve(all.result);
    });
    for (const row of rows) {
      const sealed = (row as { readonly sealed?: Uint8Array }).sealed;
      if (!sealed || sealed.length === 0) continue;
      const head = readHead(sealed);
      const epoch = head.ok ? head.value.epoch : 0;
      counts[epoch] = (counts[epoch] ?? 0) + 1;
    }
  }
  db.close();
  return counts;
}

test("nothing is sealed anew while a tab holds the older key; killed midway, the next unlock ends it, and writing goes on", async () => {
  const first = tab();
  const { id } = await beginJournal(first);
  for (let at = 0; at < 200; at += 1) await first.vault.keepDraft(draftOf(`Entry ${at}.`));
  await first.vault.saveDraft(draftOf("Draft before."));
  const stale = await unlocked(id);
  const words = await first.vault.recoveryWords();
  expect(await first.vault.sealAnew(passphrase, words, [])).toMatchObject({ ok: true });
  expect(Object.keys(await countByEpoch(id))).toEqual(["1"]);

  const next = await unlocked(id);
  await next.vault.saveDraft(draftOf("Draft under the new key."));
  first.kill();
  expect(await stateOf(next)).toEqual({ type: "Elsewhere" });
  // What the tab with the older key saves last, as it is locked, is read and sealed anew too.
  await stale.vault.saveDraft(draftOf("Draft of the other tab."));
  stale.kill();
  await expect.poll(async () => (await stateOf(next)).type).not.toBe("Elsewhere");
  next.kill();

  const last = await unlocked(id);
  await expect.poll(() => stateOf(last), { timeout: 30_000 }).toEqual({ type: "Done" });
  const counts = await countByEpoch(id);
  expect(Object.keys(counts)).toEqual(["2"]);
  expect(counts[2]).toBeGreaterThan(400);
  expect(await draftTexts(last)).toEqual([
    "Draft before.",
    "Draft of the other tab.",
    "Draft under the new key.",
  ]);
  const page = await last.vault.exportPage(null);
  expect(page.ok && page.value.items.length).toBeGreaterThan(99);
  expect(await last.vault.unreadable()).toEqual([]);
});

test("of two tabs one leads, and the other takes over when it is gone", async () => {
  const first = tab();
  const { id } = await beginJournal(first);
  const second = await unlocked(id);
  const held = async () =>
    (await navigator.locks.query()).held?.filter(({ name }) => name === `headroom-leader-${id}`) ??
    [];
  const waiting = async () =>
    (await navigator.locks.query()).pending?.filter(
      ({ name }) => name === `headroom-leader-${id}`,
    ) ?? [];
  await expect.poll(async () => [(await held()).length, (await waiting()).length]).toEqual([1, 1]);
  const leader = (await held())[0]?.clientId;
  first.kill();
  await expect.poll(async () => (await waiting()).length).toBe(0);
  expect((await held())[0]?.clientId).not.toBe(leader);
  expect(await second.vault.saveDraft(draftOf("Words."))).toMatchObject({ ok: true });
});
