import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base, chromium, expect, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "../../scripts/findChromium.mjs";
import { wordsInFiles } from "./filesHolding.ts";
import { collectSecrets } from "./neverOnDisk.ts";
import { testPort } from "./testPort.ts";

export interface Device {
  /** A browser of its own, with a profile on disk. */
  readonly context: BrowserContext;
  /** Words that must never be found on disk; searched for when the test ends. */
  readonly neverOnDisk: (...words: string[]) => void;
  /** From now on a page that asks before it is left is left. */
  readonly leaveWhenAsked: () => void;
  /** Crashes the tab, so that nothing of the page runs any more, and starts the browser again on the same profile. */
  readonly killAndReopen: () => Promise<Page>;
  readonly page: () => Page;
  /** The folder of the browser's profile. */
  readonly profile: string;
}

const origin = `http://localhost:${testPort(0)}`;

/** What the page did that no page of ours may do. */
interface Offences {
  /** The test leaves a page that asks first, and says yes. */
  leaves: boolean;
  readonly list: string[];
}

async function watch(context: BrowserContext, offences: Offences): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error" && !/net::ERR_|Failed to load resource/.test(message.text())) {
      offences.list.push(`console.error: ${message.text()}`);
    }
  });
  context.on("weberror", (failure) => offences.list.push(`uncaught: ${failure.error().message}`));
  context.on("dialog", (dialog) => {
    if (dialog.type() === "beforeunload" && offences.leaves) {
      void dialog.accept();
      return;
    }
    offences.list.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = request.url();
    if (
      !url.startsWith("http://localhost:") &&
      !url.startsWith("blob:") &&
      !url.startsWith("data:")
    ) {
      offences.list.push(`request elsewhere: ${url}`);
    }
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(
        `policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
}

const launch = (profile: string) => {
  const executablePath = findChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: chromiumArguments,
    baseURL: origin,
    viewport: { width: 820, height: 1180 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    acceptDownloads: true,
  });
};

/** A device with its own profile, searched for the words named once it is put away. */
async function carry(use: (device: Device) => Promise<void>) {
  const profile = mkdtempSync(join(tmpdir(), "headroom-profile-"));
  const offences: Offences = { leaves: false, list: [] };
  const secret: string[] = [];
  const open = async () => {
    const opened = await launch(profile);
    await watch(opened, offences);
    collectSecrets(opened, secret);
    return opened;
  };
  let context = await open();
  const page = () => {
    const first = context.pages()[0];
    if (!first) throw new Error("the browser has no page");
    return first;
  };
  await use({
    get context() {
      return context;
    },
    page,
    profile,
    leaveWhenAsked: () => {
      offences.leaves = true;
    },
    neverOnDisk: (...words) => secret.push(...words),
    killAndReopen: async () => {
      await page()
        .goto("chrome://crash")
        .catch(() => {});
      await context.close();
      context = await open();
      return page();
    },
  });
  await context.close();
  const found = wordsInFiles(profile, secret).map(({ word, file }) => `${word} in ${file}`);
  rmSync(profile, { recursive: true, force: true });
  expect(offences.list).toEqual([]);
  expect(found).toEqual([]);
}

/** So many devices at once. */
const carryAll = (
  count: number,
  use: (devices: readonly Device[]) => Promise<void>,
  carried: readonly Device[] = [],
): Promise<void> =>
  carried.length === count
    ? use(carried)
    : carry((device) => carryAll(count, use, [...carried, device]));

/**
 * The test of every journey: a device with its own profile, which fails on any console error,
 * uncaught error, dialog, policy violation or request elsewhere, and on any named word found on disk.
 * A test that names `colleague` has a second one beside it, and `visitor` one that never had the app;
 * `seven` are a whole team's.
 */
export const test = base.extend<{
  device: Device;
  colleague: Device;
  visitor: Device;
  seven: readonly Device[];
}>({
  device: ({ browserName: _ }, use) => carry(use),
  colleague: ({ browserName: _ }, use) => carry(use),
  visitor: ({ browserName: _ }, use) => carry(use),
  seven: ({ browserName: _ }, use) => carryAll(7, use),
});

export { expectAccessible } from "./expectAccessible.ts";
export { expect };
