import type { Page } from "@playwright/test";
import {
  field,
  goTo,
  keep,
  lockedPage,
  passphrase,
  startJournal,
  unlock,
} from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

/** Goes through the dialog up to the passphrase, and answers the new code. */
async function takeNewCode(page: Page): Promise<readonly string[]> {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Seal everything anew" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Show the new recovery code" }).click();
  const shown = dialog.getByRole("list", { name: "Your recovery code" }).getByRole("listitem");
  await expect(shown).toHaveCount(12);
  const words = (await shown.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ""));
  await dialog.getByRole("button", { name: "I have them" }).click();
  for (const label of await dialog.getByText(/^Word \d+$/).all()) {
    const name = (await label.textContent()) ?? "";
    await dialog.getByLabel(name, { exact: true }).fill(words[Number(name.slice(5)) - 1] ?? "");
  }
  await dialog.getByRole("button", { name: "Check" }).click();
  return words;
}

test("after a leak a journal gets a new key: every tab locks, everything is there under the new one, the old code opens nothing", async ({
  device,
}) => {
  device.neverOnDisk("quincetanager", "damsonplover");
  const page = device.page();
  const oldCode = await startJournal(page);
  await keep(page, "The quincetanager was late again.");
  const other = await device.context.newPage();
  await other.goto("/");
  await unlock(other);
  await field(other).fill("A draft about damsonplover.");
  await goTo(page, "Settings");
  const newCode = await takeNewCode(page);
  await expectAccessible(page);
  await page.getByRole("dialog").getByLabel("Current passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Give it a new key and lock" }).click();
  // Both tabs, by themselves; the other one's draft is saved before.
  await expect(lockedPage(page)).toBeVisible();
  await expect(lockedPage(other)).toBeVisible();

  await unlock(page);
  await expect(page.getByText(/quincetanager/).first()).toBeVisible();
  await goTo(page, "Settings");
  await expect(page.getByRole("button", { name: "Seal everything anew" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lock", exact: true }).first().click();
  await expect(lockedPage(page)).toBeVisible();

  const recover = async (words: readonly string[]) => {
    await page.getByRole("button", { name: /, teal$/ }).click();
    await page.getByRole("button", { name: /recovery code/ }).click();
    await page.getByLabel("Recovery code").fill(words.join(" "));
    await page.getByRole("button", { name: "Unlock" }).click();
  };
  await recover(oldCode);
  await expect(page.getByText(/did not open the journal/)).toBeVisible();
  await page.getByLabel("Recovery code").fill(newCode.join(" "));
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText(/quincetanager/).first()).toBeVisible();
  await expect(page.getByText(/damsonplover/).first()).toBeVisible();
});
