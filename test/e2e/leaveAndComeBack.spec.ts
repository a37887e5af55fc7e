import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import {
  field,
  goTo,
  keep,
  loadExample,
  passphrase,
  startJournal,
  unlock,
  visit,
} from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

/** Saves everything as JSON through the Export page and gives the file's text. */
async function exportEverything(page: Page): Promise<string> {
  await visit(page, "/settings/export");
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save everything as JSON" }).click();
  return readFileSync(await (await download).path(), "utf8");
}

/** The records of an export, without what differs between two exports of one journal. */
const recordsOf = (text: string) =>
  (JSON.parse(text).records as { record: { id: string }; history: { record: unknown }[] }[])
    .map(({ record, history }) => ({ record, history: history.map((version) => version.record) }))
    .sort((a, b) => (a.record.id < b.record.id ? -1 : 1));

test("journey 13: everything is exported, the journal is erased, and another one reads it back identical", async ({
  device,
}) => {
  const page = device.page();
  // Where there is a file picker it waits for a person; without one the browser downloads.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  device.neverOnDisk("sloegincanary");
  await startJournal(page);
  await loadExample(page);
  await goTo(page, "Today");
  await keep(page, "My own sloegincanary note beside the example.");
  await page.getByRole("link", { name: "Open it" }).click();
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page
    .getByRole("textbox", { name: "What did you notice?" })
    .fill("My own sloegincanary note, changed.");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("link", { name: "Change", exact: true })).toBeVisible();
  await expect(page.getByText("My own sloegincanary note, changed.")).toBeVisible();
  const before = recordsOf(await exportEverything(page));
  expect(before.length).toBeGreaterThan(60);
  expect(before.some(({ history }) => history.length > 0)).toBe(true);

  await visit(page, "/settings/export");
  const again = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save everything as JSON" }).click();
  const path = await (await again).path();

  await visit(page, "/settings");
  await page.getByRole("button", { name: "Erase this journal" }).click();
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByLabel("Current passphrase")
    .fill(passphrase);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("button", { name: "Start a new journal" })).toBeVisible();

  await startJournal(page, { passphrase: "another four plain words" });
  await visit(page, "/settings/import");
  await page.getByLabel("Files to bring in").setInputFiles({
    name: "headroom.json",
    mimeType: "application/json",
    buffer: readFileSync(path),
  });
  await page.getByRole("button", { name: /to my journal$/ }).click();
  await expect(page.getByText(/added to your journal\./).first()).toBeVisible({ timeout: 60_000 });
  const after = recordsOf(await exportEverything(page));
  expect(after).toEqual(before);
});

test("two tabs change one entry at once and both texts survive", async ({ device }) => {
  const first = device.page();
  device.neverOnDisk("The morning round began", "Said in the second tab", "Said in the first tab");
  await startJournal(first);
  await keep(first, "The morning round began late.");
  await first.getByRole("link", { name: "Open it" }).click();
  await expect(first).toHaveURL(/\/journal\//);
  const address = new URL(first.url()).pathname;
  const second = await device.context.newPage();
  await second.goto(address);
  await unlock(second);
  for (const page of [first, second]) {
    await page.bringToFront();
    await page.getByRole("link", { name: "Change", exact: true }).click();
    await expect(field(page)).toHaveValue("The morning round began late.");
  }
  await field(second).fill("The morning round began late. Said in the second tab.");
  await second.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(second.getByRole("link", { name: "Change", exact: true })).toBeVisible();
  await expect(second.getByText("Said in the second tab.")).toBeVisible();
  await first.bringToFront();
  await field(first).fill("Said in the first tab. The morning round began late.");
  await first.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(first.getByText("Said in the first tab.").first()).toBeVisible();
  await expect(first.getByText("Said in the second tab.").first()).toBeVisible();
});

test("a stored row that does not open is set aside and told, and the rest of the journal works", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("This one will be damaged", "This one stays whole");
  await startJournal(page);
  await keep(page, "This one will be damaged.");
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(/\/journal\//);
  const damaged = new URL(page.url()).pathname;
  await goTo(page, "Today");
  await keep(page, "This one stays whole.");
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByText("Choose your journal")).toBeVisible();
  // As a failing disk would: both copies of one record, by its id, directly in IndexedDB.
  await page.evaluate(async (id) => {
    const name = (await indexedDB.databases())
      .map((database) => database.name ?? "")
      .find((candidate) => /^headroom-(?!covers)/.test(candidate));
    const open = indexedDB.open(name ?? "");
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const spoil = (bytes: Uint8Array) => bytes.fill(7, bytes.length - 40);
    for (const store of ["documents", "views"]) {
      const cursor = database.transaction(store, "readwrite").objectStore(store).openCursor();
      await new Promise<void>((resolve) => {
        cursor.onsuccess = () => {
          const at = cursor.result;
          if (!at) return resolve();
          if (at.value.id === id) at.update({ ...at.value, sealed: spoil(at.value.sealed) });
          at.continue();
        };
      });
    }
    database.close();
  }, damaged.split("/").at(-1));
  await unlock(page);
  await expect(page.getByText("This one stays whole.")).toBeVisible();
  await visit(page, damaged);
  await expect(page.getByRole("heading", { name: "This entry was set aside" })).toBeVisible();
  await expectAccessible(page);
  await visit(page, "/settings");
  await expect(page.getByText(/set aside/i).first()).toBeVisible();
});

test("entries from 1970, the future and no day at all are brought in, shown and found", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Written ahead of time");
  await startJournal(page);
  await visit(page, "/settings/import");
  const lines = [
    { text: "Written at the beginning of time", at: "1970-01-01T00:00:00Z" },
    { text: "Written ahead of time", at: "2031-05-04T09:00:00Z" },
    { text: "Written at no known time" },
  ];
  await page.getByLabel("Files to bring in").setInputFiles({
    name: "odd.jsonl",
    mimeType: "application/jsonl",
    buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join("\n")),
  });
  await page.getByRole("button", { name: /to my journal$/ }).click();
  await expect(page.getByText(/added to your journal\./).first()).toBeVisible();
  await goTo(page, "Journal");
  await expect(page.getByText("3 entries", { exact: true })).toBeVisible();
  for (const { text } of lines) {
    await page.getByRole("searchbox").fill(text);
    await expect(page.getByText("1 entry found").first()).toBeVisible();
  }
  await page.getByRole("searchbox").fill("");
  await expect(page.getByText("1970").first()).toBeVisible();
  await expect(page.getByText("2031").first()).toBeVisible();
  await expectAccessible(page);
});
