import { goTo, keep, loadExample, startJournal, unlock } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

test("reminders are explained, can be switched off and on again, and what was linked stays", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("TTOs not ready", "TTOs late again", "TTOs at six");
  await startJournal(page);
  await loadExample(page);

  await goTo(page, "Today");
  const question = page.getByRole("heading", { name: "Does this remind you of …?" });
  const comesBack = page.getByText("Keeps coming back");
  await keep(page, "Discharge medicines late, TTOs not ready and pharmacy closed.");
  await expect(question).toBeVisible();
  await expect(comesBack).toBeVisible();
  await page.getByText("Why am I seeing this?").first().click();
  await expect(page.getByText(/share words that stand out in your journal/).first()).toBeVisible();
  await expect(page.getByText(/Nothing was sent anywhere/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Turn reminders off in Settings" }).first().click();
  const setting = page.getByRole("checkbox", { name: "Ask whether something keeps coming back" });
  await expect(setting).toBeChecked();
  await setting.click();
  await expect(setting).not.toBeChecked();
  await expectAccessible(page);

  // The choice is kept with the journal.
  await page.goto("/");
  await unlock(page);
  await keep(page, "Discharge medicines: TTOs late again, pharmacy did not answer.");
  await expect(page.getByRole("list", { name: "Lately" })).toContainText("TTOs late again");
  await expect(question).toBeHidden();
  await expect(comesBack).toBeHidden();
  await goTo(page, "Themes");
  await expect(page.getByRole("link", { name: /Waiting for discharge medicines/ })).toBeVisible();

  await goTo(page, "Settings");
  await setting.click();
  await expect(setting).toBeChecked();
  await goTo(page, "Today");
  await expect(comesBack).toBeVisible();
  await keep(page, "Discharge medicines: pharmacy brought the TTOs at six.");
  await expect(question).toBeVisible();
});
