import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import {
  field,
  goTo,
  keep,
  lockedPage,
  passphrase,
  startJournal,
  takeNewCode,
  unlock,
} from "../e2e/driveHeadroom.ts";
import { heapOf } from "./heapOf.ts";
import { startBrowser } from "./KillableBrowser.ts";
import { provingOrigin } from "./provingOrigin.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A busy machine takes its time; these are facts to be waited for, not times to be kept. */
const patient = { timeout: 60_000 };

/** Types both passphrases; whether the heap holds the new one while it is typed. */
async function changePassphrase(page: Page, before: string, after: string): Promise<boolean> {
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Change passphrase" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current passphrase").fill(before);
  await dialog.getByLabel("New passphrase", { exact: true }).fill(after);
  const isThere = (await heapOf(page)).has(after);
  await dialog.getByRole("button", { name: "Change it" }).click();
  await expect(dialog).toBeHidden(patient);
  return isThere;
}

/** After the passphrase was changed, and after everything got a new key, a lock leaves neither words nor secrets in the heap. */
export const changedKeys: Suite = {
  name: "changed keys",
  law: "after a new passphrase or key and a lock the heap holds no words, no passphrase, no recovery code",
  full: 5,
  short: 1,
  run: async (count) => {
    const failures = new Failures();
    const profile = mkdtempSync(join(tmpdir(), "headroom-changed-keys-"));
    let control = true;
    let looks = 0;
    try {
      const browser = await startBrowser(profile);
      const { page } = browser;
      const codes = [await startJournal(page, {}, provingOrigin)];
      const passphrases = [passphrase];
      const kept: string[] = [];
      const lookAfter = async (what: string) => {
        await expect(lockedPage(page)).toBeVisible(patient);
        looks += 1;
        const heap = await heapOf(page);
        for (const word of [...kept, ...passphrases])
          failures.expect(!heap.has(word), () => `${what}: ${word} is in the heap`);
        for (const [at, code] of codes.entries())
          failures.expect(!heap.hasInOrder(code), () => `${what}: code ${at} is in the heap`);
      };
      for (let round = 0; round < count; round += 1) {
        const word = `changecanary${round}bullace`;
        kept.push(word);
        await keep(page, `A note with ${word} in it.`);
        const [before = "", after] = [passphrases.at(-1), `${round} damsoncanary corridors`];
        passphrases.push(after);
        // Control: what is typed, kept or shown is found by the same look while it is there.
        control &&= await changePassphrase(page, before, after);
        control &&= (await heapOf(page)).has(word);
        await page.getByRole("button", { name: "Lock", exact: true }).first().click();
        await lookAfter(`round ${round}, new passphrase`);

        await unlock(page, after);
        await expect(field(page)).toBeVisible(patient);
        await goTo(page, "Settings");
        await page.getByRole("button", { name: "Seal everything anew" }).click();
        const code = await takeNewCode(page, async (words) => {
          control &&= (await heapOf(page)).hasInOrder(words);
        });
        codes.push(code);
        await page.getByRole("dialog").getByLabel("Current passphrase").fill(after);
        await page.getByRole("button", { name: "Give it a new key and lock" }).click();
        await lookAfter(`round ${round}, new key`);

        await unlock(page, after);
        await expect(field(page)).toBeVisible(patient);
        await goTo(page, "Settings");
        await expect(page.getByRole("button", { name: "Seal everything anew" })).toBeVisible(
          patient,
        );
        await page.getByRole("button", { name: "Lock", exact: true }).first().click();
        await lookAfter(`round ${round}, sealed anew`);
        await unlock(page, after);
        await expect(field(page)).toBeVisible(patient);
      }
      await browser.close();
      return {
        tried: looks,
        failures: failures.list,
        control,
        note: `${count} passphrases, ${count} keys`,
      };
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};
