import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type ElementHandle, type Page } from "puppeteer-core";
import { chromiumArguments, findChromium } from "../../../scripts/findChromium.mjs";
import type { Engine, EngineBrowser, Found } from "./Engine.ts";

const found = (handle: ElementHandle, page: Page): Found => ({
  isShown: () => handle.isVisible(),
  click: () => handle.click(),
  type: async (text) => {
    await handle.focus();
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type(text);
  },
});

/** Starts a browser on a profile, with one page as large as a tablet. */
async function start(
  browserName: "chrome" | "firefox",
  executablePath: string,
  userDataDir: string,
): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await puppeteer.launch({
    browser: browserName,
    executablePath,
    userDataDir,
    headless: true,
    args: browserName === "chrome" ? chromiumArguments : [],
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 820, height: 1180 });
  return { browser, page };
}

/** Resolves once the browser's own process is gone. */
const killed = (browser: Browser) =>
  new Promise<void>((resolve) => {
    const child = browser.process();
    if (!child || child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });

async function open(
  browserName: "chrome" | "firefox",
  executablePath: string,
): Promise<EngineBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "headroom-engine-"));
  let { browser, page } = await start(browserName, executablePath, profile);
  return {
    profile,
    goto: async (url) => {
      await page.goto(url);
    },
    // As text, which the driver evaluates itself: the page's own policy refuses to make code of text.
    run: <T>(body: string, given: unknown = null) =>
      page.evaluate(`(async (given) => { ${body} })(${JSON.stringify(given)})`) as Promise<T>,
    find: async (xpath) =>
      (await page.$$(`::-p-xpath(${xpath})`)).map((handle) => found(handle, page)),
    killAndReopen: async (url) => {
      await killed(browser);
      ({ browser, page } = await start(browserName, executablePath, profile));
      await page.goto(url);
    },
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const version: Engine["version"] = (browser) =>
  browser.run<string>(
    "return navigator.userAgent.match(/(HeadlessChrome|Chrome|Firefox)[/][0-9.]+/)[0]",
  );

const chromiumPath = findChromium();
/** Chromium, by Chrome's own protocol. */
export const chromium: Engine = {
  name: "Chromium",
  missing: chromiumPath ? null : "Chromium is not installed",
  version,
  kills: "the browser",
  open: () => open("chrome", chromiumPath ?? ""),
};

const firefoxPath = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));
/** Firefox, by WebDriver BiDi. */
export const firefox: Engine = {
  name: "Firefox",
  missing: firefoxPath ? null : "Firefox is not installed: apt-get install firefox-esr",
  version,
  kills: "the browser",
  open: () => open("firefox", firefoxPath ?? ""),
};
