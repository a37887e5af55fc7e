import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { expect, type Page } from "@playwright/test";
import { createApp } from "../../src/server/createApp.ts";
import { field, lockedPage, startJournal, unlock, visit } from "../e2e/driveHeadroom.ts";
import { testPort } from "../e2e/testPort.ts";
import { exportedTexts, startBrowser } from "./KillableBrowser.ts";
import { nextRelease } from "./nextRelease.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A busy machine takes its time; these are facts to be waited for, not times to be kept. */
const patient = { timeout: 60_000 };
const origin = `http://localhost:${testPort(3)}`;

/** A server that can be given a newer release. Nothing of one may come out of the browser's own cache. */
async function releaseServer() {
  mkdirSync("test-results", { recursive: true });
  const folder = mkdtempSync(join("test-results", "releases-"));
  let number = 0;
  let app = createApp("dist");
  const deploy = () => {
    const before = join(folder, String(number));
    number += 1;
    const root = join(folder, String(number));
    nextRelease(root, number);
    app = createApp(root);
    rmSync(before, { recursive: true, force: true });
  };
  deploy();
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const fetch = async (request: Request) => {
      const answer = await app.fetch(request);
      answer.headers.set("Cache-Control", "no-store");
      return answer;
    };
    const starting = serve({ fetch, port: testPort(3) }, () => resolve(starting));
  });
  const close = () => {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { deploy, close };
}

/** Takes the release that is on the server now in this tab, as a person who presses the button does. */
async function takeRelease(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await page.getByRole("button", { name: "Update now" }).click(patient);
  await expect(lockedPage(page)).toBeVisible(patient);
  await unlock(page);
  await expect(field(page)).toBeVisible(patient);
}

const places = ["/settings", "/themes", "/proposals/new", "/reflect/gibbs", "/journal"];

/** Goes through places whose files this tab has not asked for yet. */
async function goAround(page: Page): Promise<boolean> {
  for (const place of places) {
    await visit(page, place);
    const heading = page.getByRole("heading", { level: 1 });
    const isThere = await expect(heading)
      .toBeVisible({ timeout: 60_000 })
      .then(
        () => true,
        () => false,
      );
    if (!isThere) return false;
  }
  await visit(page, "/");
  return true;
}

/** Files of the app that a tab asked for and did not get. */
function watchMissing(page: Page, missing: string[]): void {
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/assets/") && response.status() >= 400) missing.push(pathname);
  });
  page.on("requestfailed", (request) => {
    const { pathname } = new URL(request.url());
    const isAborted = request.failure()?.errorText.includes("ABORTED");
    if (pathname.startsWith("/assets/") && !isAborted) missing.push(pathname);
  });
  page.on("pageerror", (fault) => missing.push(fault.message));
}

/** Two releases come out while three tabs hold words that nobody kept; one tab takes both, the others stay with theirs. */
export const newReleases: Suite = {
  name: "new releases",
  law: "from release N to N+2 under three tabs with unsaved words: no file missing, no word lost",
  full: 30,
  short: 1,
  run: async (count) => {
    const failures = new Failures();
    const profile = mkdtempSync(join(tmpdir(), "headroom-releases-"));
    const server = await releaseServer();
    const written: string[] = [];
    try {
      const browser = await startBrowser(profile);
      const first = browser.page;
      first.context().setDefaultTimeout(120_000);
      // On a low screen the message that it works offline lies over the last button.
      await first.setViewportSize({ width: 820, height: 1180 });
      await startJournal(first, {}, origin);
      const others = [await first.context().newPage(), await first.context().newPage()];
      const tabs = [first, ...others];
      const missing: string[] = [];
      for (const page of tabs) watchMissing(page, missing);
      for (const page of others) {
        await page.goto(origin);
        await unlock(page);
      }
      const isControlled = () =>
        first.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state));
      await expect.poll(isControlled, patient).toBe("activated");
      for (let round = 0; round < count; round += 1) {
        const texts = tabs.map((_, at) => `Round ${round} tab ${at}: the linen was late again.`);
        for (const [at, page] of tabs.entries()) await field(page).fill(texts[at] ?? "");
        server.deploy();
        await takeRelease(first);
        server.deploy();
        await takeRelease(first);
        for (const [at, page] of others.entries()) {
          const isWhole = await goAround(page);
          failures.expect(isWhole, () => `round ${round}: a place of tab ${at + 1} does not open`);
          const isKept = await expect(field(page))
            .toHaveValue(texts[at + 1] ?? "", patient)
            .then(
              () => true,
              () => false,
            );
          failures.expect(isKept, () => `round ${round}: tab ${at + 1} lost its words`);
        }
        failures.expect(missing.length === 0, () => `round ${round}: missing: ${missing[0]}`);
        // Locking brings every tab to the newest release; each takes up one of the drafts.
        await first.getByRole("button", { name: "Lock", exact: true }).first().click();
        const found: string[] = [];
        for (const page of tabs) {
          await expect(lockedPage(page)).toBeVisible(patient);
          await unlock(page);
          await expect(field(page)).not.toHaveValue("", patient);
          found.push(await field(page).inputValue());
        }
        const isAll = JSON.stringify(found.sort()) === JSON.stringify(texts);
        failures.expect(isAll, () => `round ${round}: after the lock: ${found.join(" | ")}`);
        for (const page of tabs) {
          await page.getByRole("button", { name: "Keep", exact: true }).click();
          await expect(field(page)).toHaveValue("", patient);
        }
        written.push(...texts);
      }
      // Control: without what is kept of earlier releases, the same tabs miss files.
      server.deploy();
      await takeRelease(first);
      await first.evaluate(async () => {
        for (const name of await caches.keys())
          if (name.startsWith("headroom-earlier-")) await caches.delete(name);
      });
      missing.length = 0;
      await visit(others[0] ?? first, "/themes");
      const control = await expect
        .poll(() => missing.length, patient)
        .toBeGreaterThan(0)
        .then(
          () => true,
          () => false,
        );
      const kept = await exportedTexts(first);
      for (const text of written)
        failures.expect(kept.filter((one) => one === text).length === 1, () => `lost: ${text}`);
      await browser.close();
      return {
        tried: count,
        failures: failures.list,
        control,
        note: `${2 * count} releases, ${written.length} texts`,
      };
    } finally {
      server.close();
      rmSync(profile, { recursive: true, force: true });
    }
  },
};
