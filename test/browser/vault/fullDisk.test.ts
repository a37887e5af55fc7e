import { Dexie } from "dexie";
import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { beginJournal, draftOf, listenTo, openTab, passphrase, type Tab } from "./openWorker.ts";

const tabs: Tab[] = [];
const tab = () => {
  const opened = openTab();
  tabs.push(opened);
  return opened;
};
afterEach(async () => {
  for (const opened of tabs.splice(0)) opened.kill();
  await quota(undefined);
});

/** How many bytes this site may store; undefined for as many as there are. */
async function quota(bytes: number | undefined): Promise<void> {
  const size = bytes === undefined ? {} : { quotaSize: bytes };
  await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin, ...size });
}

/** Whether this many bytes can be stored just now; leaves nothing behind. */
const fits = async (bytes: number): Promise<boolean> => {
  const probe = new Dexie("probe", { chromeTransactionDurability: "strict" });
  probe.version(1).stores({ rows: "" });
  try {
    await probe.table("rows").put(crypto.getRandomValues(new Uint8Array(65_536)), "small");
    await probe.table("rows").put(new Uint8Array(bytes), "large");
    return true;
  } catch {
    return false;
  } finally {
    await probe.delete();
  }
};

test("a full disk is told; the journal still opens and is read; once there is room the same words are kept", async () => {
  const one = tab();
  const { id } = await beginJournal(one);
  const kept = await one.vault.keepDraft(draftOf("Written while there was room."));
  expect(kept.ok).toBe(true);
  // Chromium goes by how much room it last found for up to half a minute; other files' journals count.
  const isFull = async () => {
    const { usage = 0 } = await navigator.storage.estimate();
    await quota(usage + 1_000_000);
    return !(await fits(3_000_000));
  };
  await expect.poll(isFull, { timeout: 90_000, interval: 1_000 }).toBe(true);
  const long = draftOf("x".repeat(3_000_000));
  const full = JSON.stringify({ ok: false, error: { type: "StorageFull" } });
  // Compared as text: three million characters do not belong into a failure's report.
  const answer = (result: { readonly ok: boolean }) => (result.ok ? "ok" : JSON.stringify(result));
  expect(answer(await one.vault.keepDraft(long))).toBe(full);
  expect(answer(await one.vault.saveDraft(long))).toBe(full);

  const later = tab();
  expect(await later.vault.unlock(id, { type: "passphrase", passphrase })).toMatchObject({
    ok: true,
  });
  const ear = await listenTo(later);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  expect(ear.records.size).toBe(1);

  await quota(undefined);
  expect(answer(await one.vault.keepDraft(long))).toBe("ok");
});
