import type { Locator, Page } from "@playwright/test";
import { goTo, keep, startJournal, visit } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { setLetters } from "./setLetters.ts";

const phone = { width: 390, height: 844 };

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen`);
  return box;
};

/** The message covers nothing of `other` and is wholly on the screen, once it has settled. */
const expectClear = (page: Page, other: Locator) =>
  expect(async () => {
    const toast = await boxOf(page.locator(".toast").first());
    const box = await boxOf(other);
    expect(toast.y).toBeGreaterThanOrEqual(0);
    expect(toast.y + toast.height).toBeLessThanOrEqual(phone.height);
    const isApart = toast.y + toast.height <= box.y || box.y + box.height <= toast.y;
    expect(isApart, JSON.stringify({ toast, box })).toBe(true);
  }).toPass({ timeout: 30_000 });

/** A message with Undo, held by the focus on it. */
async function deleteAnEntry(page: Page, text: string): Promise<void> {
  await goTo(page, "Today");
  await keep(page, text);
  await page.getByRole("link", { name: "Open it" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).focus();
}

for (const percent of [100, 200]) {
  test(`at ${percent} % text on a phone a message covers neither the bar of places nor whether the words are kept`, async ({
    device,
  }) => {
    const page = device.page();
    device.neverOnDisk("Linen came late", "Quieter nights");
    await page.setViewportSize(phone);
    await startJournal(page);
    await visit(page, "/proposals/new");
    await expect(page.getByRole("heading", { level: 1, name: "Start a proposal" })).toBeVisible();
    await page.getByRole("textbox").first().fill("Quieter nights");
    await page.getByRole("button", { name: /start/i }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Quieter nights" })).toBeVisible();
    const proposal = new URL(page.url()).pathname;

    await setLetters(page, percent);
    const bar = page.getByRole("navigation", { name: "Places" });
    await deleteAnEntry(page, "Linen came late.");
    await expectClear(page, bar);

    await visit(page, proposal);
    const line = page.getByText(/^Kept on this device/).first();
    await expect(line).toBeVisible();
    await page.locator(".toast").getByRole("button", { name: "Undo" }).focus();
    await expectClear(page, bar);
    await expectClear(page, line);
    // The line itself stands above the bar, and stays clear at the end of the page.
    const [kept, places] = [await boxOf(line), await boxOf(bar)];
    expect(kept.y + kept.height).toBeLessThanOrEqual(places.y + 1);
    await page.mouse.wheel(0, 100_000);
    await expectClear(page, bar);
    await expectClear(page, line);
    await expectAccessible(page);
  });
}
