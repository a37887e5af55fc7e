import { expect, type Page } from "@playwright/test";
import { neverOnDisk, recoveryWordsNeverOnDisk, textNeverOnDisk } from "./neverOnDisk.ts";

/** A passphrase good enough for every test. */
export const passphrase = "three quiet corridors";

/** Starts a journal from the first page to Today and answers its recovery words; neither these nor the passphrase may be on disk when the test ends. */
export async function startJournal(
  page: Page,
  choose: { readonly passphrase?: string; readonly hiddenName?: string } = {},
  origin = "",
): Promise<readonly string[]> {
  await page.goto(`${origin}/`);
  const words = await beginJournal(page, choose);
  await expect(field(page)).toBeFocused();
  return words;
}

/** Starts a journal from the page that is open, whichever place it leads to. */
export async function beginJournal(
  page: Page,
  choose: { readonly passphrase?: string; readonly hiddenName?: string } = {},
): Promise<readonly string[]> {
  await page.getByRole("button", { name: "Start a new journal" }).click();
  if (choose.hiddenName !== undefined) {
    await page
      .getByRole("checkbox", { name: "Don't show this journal on the first screen" })
      .check();
    await page.getByLabel("Name to type").fill(choose.hiddenName);
  }
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("New passphrase", { exact: true }).fill(choose.passphrase ?? passphrase);
  await page.getByRole("button", { name: "Next" }).click();
  const shown = page.getByRole("list", { name: "Your recovery code" }).getByRole("listitem");
  await expect(shown).toHaveCount(12);
  const words = await shown.allInnerTexts();
  const bare = words.map((word) => word.replace(/[^a-z]/g, ""));
  neverOnDisk(page, choose.passphrase ?? passphrase);
  recoveryWordsNeverOnDisk(page, bare);
  await page.getByRole("button", { name: "I have them" }).click();
  for (const field of await page.getByLabel(/^Word \d+$/).all()) {
    const number = Number(
      (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent))?.match(
        /\d+/,
      )?.[0],
    );
    await field.fill(bare[number - 1] ?? "");
  }
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("button", { name: "Open my journal" }).click();
  return bare;
}

/** Opens the first page and waits until the app says that it works without a network; the message passes, so it is listened for. */
export async function openUntilOffline(page: Page, origin = ""): Promise<void> {
  await page.goto(`${origin}/`, { waitUntil: "commit" });
  await page.evaluate(
    (words) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (document.body?.textContent?.includes(words) !== true) return;
          watching.disconnect();
          resolve();
        };
        const watching = new MutationObserver(look);
        watching.observe(document, { childList: true, subtree: true, characterData: true });
        look();
      }),
    "Headroom now works without a network.",
  );
}

/** The one field of Today. */
export const field = (page: Page) => page.getByRole("textbox", { name: "What did you notice?" });

/** What only the locked page shows. */
export const lockedPage = (page: Page) => page.getByText("Choose your journal");

/** Unlocks the only shown journal of the device. */
export async function unlock(page: Page, typed = passphrase): Promise<void> {
  await page
    .getByRole("button", { name: /, (teal|amber|lavender|green|rose|slate)$/ })
    .first()
    .click();
  await page.getByLabel("Passphrase", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Unlock" }).click();
}

/** Writes on Today and keeps it; waits until the page says that it is kept. The words must not be on disk when the test ends. */
export async function keep(page: Page, text: string): Promise<void> {
  textNeverOnDisk(page, text);
  await field(page).fill(text);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByText("Kept on this device.").first()).toBeVisible();
  await expect(field(page)).toHaveValue("");
}

/** Goes to a place by the navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: place }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Goes to an address within the open journal, as a link would. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
}

/** Loads the example journal in Settings and waits until it is there. */
export async function loadExample(page: Page): Promise<void> {
  await visit(page, "/settings");
  await page.getByRole("button", { name: "Load the example journal" }).click();
  await expect(
    page.getByText(/The example is in your journal: \d+ made-up entries/).first(),
  ).toBeVisible({ timeout: 30_000 });
}

/** Takes the new recovery code in the open dialog that seals everything anew, up to the passphrase; `seen` may look while it is shown. */
export async function takeNewCode(
  page: Page,
  seen: (words: readonly string[]) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Show the new recovery code" }).click();
  const shown = dialog.getByRole("list", { name: "Your recovery code" }).getByRole("listitem");
  await expect(shown).toHaveCount(12);
  const words = (await shown.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ""));
  await seen(words);
  await dialog.getByRole("button", { name: "I have them" }).click();
  for (const label of await dialog.getByText(/^Word \d+$/).all()) {
    const name = (await label.textContent()) ?? "";
    await dialog.getByLabel(name, { exact: true }).fill(words[Number(name.slice(5)) - 1] ?? "");
  }
  await dialog.getByRole("button", { name: "Check" }).click();
  return words;
}
