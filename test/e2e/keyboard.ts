import type { Locator, Page } from "@playwright/test";
import { passphrase } from "./driveHeadroom.ts";
import { expect } from "./headroom.ts";

/** Whether `target` has the focus. */
const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Presses Tab until `target` has the focus; fails where that takes more than 120 presses. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Goes to `target` by Tab and presses it. */
export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Unlocks the only shown journal of the device without a mouse. */
export async function unlockByKeyboard(page: Page): Promise<void> {
  await press(
    page,
    page.getByRole("button", { name: /, (teal|amber|lavender|green|rose|slate)$/ }),
  );
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press("Enter");
}
