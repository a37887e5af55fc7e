import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { field, startJournal, unlock } from "../e2e/driveHeadroom.ts";
import { exportedTexts, startBrowser } from "./KillableBrowser.ts";
import { provingOrigin } from "./provingOrigin.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A busy machine takes its time; these are facts to be waited for, not times to be kept. */
const patient = { timeout: 60_000 };

/** Words long enough that a torn write would show. */
const wordsOf = (name: string) => `${name} ${"and the linen was late again ".repeat(20)}${name}.`;

/** Opens the journal as a person would; null once it is open, else what stands on the page instead. */
async function whatHinders(page: Page): Promise<string | null> {
  page.setDefaultTimeout(patient.timeout);
  try {
    await page.goto(provingOrigin);
    await unlock(page);
    await expect(field(page)).toBeVisible(patient);
    return null;
  } catch (hindrance) {
    const shown = await page
      .evaluate(() => document.querySelector("main")?.textContent ?? document.body.textContent)
      .catch(String);
    return `${shown} (${String(hindrance).split("\n")[0]})`;
  }
}

/** The whole browser is killed by SIGKILL while somebody writes and keeps, then opened again. */
export const killedBrowser: Suite = {
  name: "killed browser",
  law: "no acknowledged word lost, none torn, always opens",
  full: 300,
  short: 25,
  run: async (count) => {
    const failures = new Failures();
    const profile = mkdtempSync(join(tmpdir(), "headroom-killed-"));
    const acknowledged: string[] = [];
    const attempted = new Set<string>();
    let midway = 0;
    try {
      let browser = await startBrowser(profile);
      await startJournal(browser.page, {}, provingOrigin);
      for (let round = 0; round < count; round += 1) {
        const { page } = browser;
        let first: () => void = () => undefined;
        const hasKept = new Promise<void>((resolve) => {
          first = resolve;
        });
        const writing = (async () => {
          for (let at = 0; ; at += 1) {
            const text = wordsOf(`r${round}n${at}`);
            attempted.add(text);
            await field(page).fill(text);
            await page.getByRole("button", { name: "Keep", exact: true }).click();
            await expect(field(page)).toHaveValue("", patient);
            acknowledged.push(text);
            first();
          }
        })().catch(() => undefined);
        // After one Keep, somewhere within about two more; a different place each round.
        await hasKept;
        await new Promise((resolve) => setTimeout(resolve, ((round * 37) % 40) * 15));
        const inHand = attempted.size;
        await browser.kill();
        await writing;
        if (inHand > acknowledged.length) midway += 1;
        browser = await startBrowser(profile);
        const hindered = await whatHinders(browser.page);
        failures.expect(
          hindered === null,
          () => `round ${round}: does not open; it shows: ${hindered}`,
        );
        if (hindered !== null) break;
        // Reading everything each time would take longer than all the rest.
        if (round % 10 === 9 || round === count - 1) {
          const found = await exportedTexts(browser.page);
          const times = new Map<string, number>();
          for (const text of found) times.set(text, (times.get(text) ?? 0) + 1);
          for (const text of acknowledged)
            failures.expect(
              times.get(text) === 1,
              () => `round ${round}: ${text.slice(0, 12)} is there ${times.get(text) ?? 0} times`,
            );
          for (const text of times.keys())
            failures.expect(
              attempted.has(text),
              () => `round ${round}: torn: ${text.slice(0, 60)}`,
            );
          await browser.page.getByRole("link", { name: "Today" }).first().click();
        }
        await expect(field(browser.page)).toBeVisible(patient);
      }
      // Control: a text that was never written is missed.
      const control = !(await exportedTexts(browser.page)).includes(wordsOf("never"));
      await browser.close();
      return {
        tried: count,
        failures: failures.list,
        control,
        note: `${acknowledged.length} texts acknowledged; ${midway} kills while another was being written`,
      };
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};
