import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import {
  field,
  goTo,
  keep,
  loadExample,
  passphrase,
  startJournal,
  visit,
} from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

/** Downloads instead of a picker, which would wait for a person. */
const withoutPicker = (page: Page) =>
  page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));

/** Backs up from Settings by one press and gives the file. */
async function backUp(page: Page): Promise<{ name: string; buffer: Buffer }> {
  await visit(page, "/settings");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Back up now" }).click();
  const saved = await download;
  await expect(page.getByText(/^Backed up as headroom-.*\.age/).first()).toBeVisible();
  return { name: saved.suggestedFilename(), buffer: readFileSync(await saved.path()) };
}

const fileOf = ({ name, buffer }: { name: string; buffer: Buffer }) => ({
  name,
  mimeType: "application/octet-stream",
  buffer,
});

async function exported(page: Page): Promise<unknown> {
  await visit(page, "/settings/export");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save everything as JSON" }).click();
  const { records } = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  return (records as { record: { id: string }; history: { record: unknown }[] }[])
    .map(({ record, history }) => ({ record, history: history.map((version) => version.record) }))
    .sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
}

test("journey 13: a backup, the journal erased, and restored from the first screen: identical, drafts and all", async ({
  device,
}) => {
  test.setTimeout(480_000);
  const page = device.page();
  await withoutPicker(page);
  device.neverOnDisk("medlarcanary", "another four plain words");
  const words = await startJournal(page);
  await loadExample(page);
  await goTo(page, "Today");
  await keep(page, "A medlarcanary note.");
  await page.getByRole("link", { name: "Open it" }).click();
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await field(page).fill("A medlarcanary note, changed.");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("link", { name: "Change", exact: true })).toBeVisible();
  await expect(page.getByText("A medlarcanary note, changed.")).toBeVisible();
  await goTo(page, "Today");
  await field(page).pressSequentially("Half a medlarcanary thou");
  await expect(page.getByText("Draft kept on this device")).toBeVisible();
  const before = await exported(page);
  const backup = await backUp(page);
  expect(backup.buffer.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
  expect(backup.buffer.includes("medlarcanary")).toBe(false);
  await expectAccessible(page);

  // The rehearsal, with the words mistyped first.
  await page.getByRole("button", { name: "Check my backup" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Backup file").setInputFiles(fileOf(backup));
  await dialog.getByLabel("Recovery code").fill([...words.slice(0, 11), "notaword"].join(" "));
  await dialog.getByRole("button", { name: "Check it" }).click();
  await expect(dialog.getByText(/notaword/).last()).toBeVisible();
  await dialog.getByLabel("Recovery code").fill(words.join(" "));
  await dialog.getByRole("button", { name: "Check it" }).click();
  await expect(dialog.getByText("This backup is whole")).toBeVisible();
  await expect(dialog.getByText("Everything in this journal is in it")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Close" }).click();

  await page.getByRole("button", { name: "Erase this journal" }).click();
  await page.getByRole("dialog").getByLabel("Current passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("button", { name: "Start a new journal" })).toBeVisible();

  await page.getByRole("button", { name: "Restore from a backup" }).click();
  await page.getByRole("button", { name: "See what is in it" }).click();
  await expect(page.getByText("Please choose the backup file.")).toBeVisible();
  await expectAccessible(page);
  const cut = { ...backup, buffer: backup.buffer.subarray(0, backup.buffer.length - 1000) };
  await page.getByLabel("Backup file").setInputFiles(fileOf(cut));
  await page.getByLabel("Recovery code").fill(words.join(" "));
  await page.getByRole("button", { name: "See what is in it" }).click();
  await expect(page.getByText(/damaged or breaks off/)).toBeVisible();
  await page.getByLabel("Backup file").setInputFiles(fileOf(backup));
  await page.getByRole("button", { name: "See what is in it" }).click();
  await expect(page.getByText("This backup is whole. It holds:")).toBeVisible();
  await expect(page.getByText("1 unfinished draft")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Choose its cover" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("New passphrase", { exact: true }).fill("another four plain words");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Your journal is back" })).toBeVisible();
  await page.getByRole("button", { name: "Open my journal" }).click();
  await expect(field(page)).toHaveValue("Half a medlarcanary thou");
  expect(await exported(page)).toEqual(before);
});

test("a reminder of how much is in no backup comes by amount, can be put off, and goes with a backup", async ({
  device,
}) => {
  const page = device.page();
  await withoutPicker(page);
  await startJournal(page);
  for (let at = 0; at < 9; at += 1) await keep(page, `Note ${at} on the linen.`);
  await expect(page.getByText(/not in a backup yet/)).toBeHidden();
  await keep(page, "The tenth note.");
  await expect(page.getByText("10 entries are not in a backup yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByText(/not in a backup yet/)).toBeHidden();
  await page.reload();
  await page.getByRole("button", { name: /, teal$/ }).click();
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText("The tenth note.").first()).toBeVisible();
  await visit(page, "/settings");
  await expect(page.getByText("10 entries are not in a backup yet.")).toBeVisible();
  await backUp(page);
  await expect(page.getByText("Every entry is in it.")).toBeVisible();
});

test("the key for age is shown for the words alone, and gone when the fold is closed", async ({
  device,
}) => {
  const page = device.page();
  const words = await startJournal(page);
  await visit(page, "/settings");
  const fold = page.getByText("Open a backup without Headroom");
  await fold.click();
  await expect(page.getByText(/^age1/)).toBeVisible();
  await page.getByLabel("Recovery code").fill(words.join(" "));
  await page.getByRole("button", { name: "Show the key for age" }).click();
  await expect(page.getByText(/^AGE-SECRET-KEY-1/)).toBeVisible();
  await expectAccessible(page);
  await fold.click();
  await fold.click();
  await expect(page.getByText(/^AGE-SECRET-KEY-1/)).toBeHidden();
});
