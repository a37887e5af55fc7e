import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { field, keep, lockedPage, passphrase, startJournal } from "../e2e/driveHeadroom.ts";
import { filesHolding } from "../e2e/filesHolding.ts";
import { heapOf } from "./heapOf.ts";
import { startBrowser } from "./KillableBrowser.ts";
import { provingOrigin } from "./provingOrigin.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A busy machine takes its time; these are facts to be waited for, not times to be kept. */
const patient = { timeout: 60_000 };

/** Words written, kept and drafted: after a lock they are in no heap, in no request, and at no time in the browser's profile. */
export const canaryWords: Suite = {
  name: "canary words",
  law: "after a lock in no heap; never in the profile (UTF-8, UTF-16, hex, base64, percent), in no request",
  full: 20,
  short: 2,
  run: async (count) => {
    const failures = new Failures();
    const profile = mkdtempSync(join(tmpdir(), "headroom-canary-"));
    const written: string[] = [];
    let control = true;
    try {
      const browser = await startBrowser(profile);
      const { page } = browser;
      const requests: string[] = [];
      page.on("request", (request) =>
        requests.push(`${request.url()} ${request.postData() ?? ""}`),
      );
      await startJournal(page, {}, provingOrigin);
      for (let round = 0; round < count; round += 1) {
        const [kept, draft] = [`keptcanary${round}quince`, `draftcanary${round}medlar`];
        written.push(kept, draft);
        await keep(page, `A note with ${kept} in it.`);
        await field(page).fill(`Half a thought with ${draft}`);
        await expect(page.getByText("Draft kept on this device")).toBeVisible(patient);
        // Control: while it is open the same look finds them.
        if (round === 0) control = (await heapOf(page)).has(kept);
        await page.getByRole("button", { name: "Lock", exact: true }).first().click();
        await expect(lockedPage(page)).toBeVisible(patient);
        const heap = await heapOf(page);
        for (const word of [kept, draft, passphrase])
          failures.expect(
            !heap.has(word),
            () => `round ${round}: ${word} is in the heap after the lock`,
          );
        const workers = page.workers().filter((worker) => worker.url().includes("reader"));
        failures.expect(workers.length === 0, () => `round ${round}: the reader outlived the lock`);
        await page.getByRole("button", { name: /, teal$/ }).click();
        await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
        await page.getByRole("button", { name: "Unlock" }).click();
        await expect(field(page)).toHaveValue(`Half a thought with ${draft}`, patient);
      }
      await browser.close();
      for (const word of [...written, passphrase]) {
        const files = filesHolding(profile, word);
        failures.expect(files.length === 0, () => `${word} in ${files.join(", ")}`);
        failures.expect(
          !requests.some((request) => request.includes(word)),
          () => `${word} in a request`,
        );
      }
      return {
        tried: count,
        failures: failures.list,
        control,
        note: `${written.length} words, ${requests.length} requests`,
      };
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};
