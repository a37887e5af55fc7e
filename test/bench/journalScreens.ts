import type { Page } from "playwright";
import * as m from "#messages";
import { type Sight, timeUntil } from "./meter.ts";

/** The passphrase of every journal of the bench. */
const passphrase = "bench passphrase";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The field on Today, with the caret in it. */
const readyField: Sight = { selector: ".composer textarea:focus:not([readonly])" };

/** The field on Today. */
export const todayField = (page: Page) => page.locator(".composer textarea").first();

/** Starts another journal on this device and opens it. Answers with the name of its cover. */
export async function startJournal(page: Page): Promise<string> {
  await button(page, m.locked_start()).click();
  const chosen = page.locator("label", { has: page.locator("input[type=radio]:checked") });
  const cover = ((await chosen.first().textContent()) ?? "").trim();
  await button(page, m.common_next()).click();
  await page.getByLabel(m.common_new_passphrase(), { exact: true }).fill(passphrase);
  await button(page, m.common_next()).click();
  const haveThem = button(page, m.common_recovery_have_them());
  await haveThem.waitFor();
  const words = await page
    .getByRole("list", { name: m.common_recovery_list() })
    .getByRole("listitem")
    .allTextContents();
  await haveThem.click();
  const check = button(page, m.common_recovery_check_action());
  await check.waitFor();
  for (const [at, word] of words.entries()) {
    const field = page.getByLabel(m.common_recovery_check_word({ number: at + 1 }), {
      exact: true,
    });
    if ((await field.count()) > 0) await field.fill(word.trim());
  }
  await check.click();
  await button(page, m.locked_open_journal()).click();
  await todayField(page).waitFor();
  return cover;
}

/**
 * Milliseconds from Enter in the passphrase field to the caret in the field on Today, in a page
 * loaded afresh. `cover` is the name of the journal's cover.
 */
export async function unlock(page: Page, cover: string): Promise<number> {
  await page.goto("/", { waitUntil: "networkidle" });
  await page.locator(".locked__cover", { hasText: cover }).click();
  const field = page.getByLabel(m.common_passphrase(), { exact: true });
  await field.fill(passphrase);
  return timeUntil(page, readyField, () => field.press("Enter"));
}

/** Goes to the Journal by its link in the navigation, as a person does. */
export async function goToJournal(page: Page): Promise<void> {
  await page.getByRole("navigation").locator('a[href="/journal"]').first().click();
  await page.getByRole("searchbox").waitFor();
}
