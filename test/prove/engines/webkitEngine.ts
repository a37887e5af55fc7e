import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, By, Key, type WebDriver } from "selenium-webdriver";
import { testPort } from "../../e2e/testPort.ts";
import type { Engine, EngineBrowser, Found } from "./Engine.ts";

const needed = {
  WebKitWebDriver: "webkit2gtk-driver",
  "dbus-run-session": "dbus",
  "xvfb-run": "xvfb",
  xauth: "xauth",
};
const port = testPort(7);

/** WebKitGTK's own small browser. */
const miniBrowser = () =>
  ["/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec"]
    .flatMap((folder) => ["6.0", "4.1"].map((api) => `${folder}/webkit2gtk-${api}/MiniBrowser`))
    .find((path) => existsSync(path));

async function answers(child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error("WebKitWebDriver did not start");
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const foundBy = (element: Awaited<ReturnType<WebDriver["findElements"]>>[number]): Found => ({
  isShown: () => element.isDisplayed(),
  click: () => element.click(),
  type: async (text) => {
    await element.sendKeys(Key.chord(Key.CONTROL, "a"));
    await element.sendKeys(text);
  },
});

async function open(): Promise<EngineBrowser> {
  const home = mkdtempSync(join(tmpdir(), "headroom-webkit-"));
  const child = spawn(
    "dbus-run-session",
    [
      ...["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1400x24"],
      ...["WebKitWebDriver", `--port=${port}`],
    ],
    // A group of its own, so that all of it can be ended.
    { stdio: "ignore", detached: true, env: { ...process.env, HOME: home } },
  );
  const driver = await answers(child).then(() =>
    new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
      })
      .build(),
  );
  await driver.manage().window().setRect({ width: 820, height: 1180 });
  return {
    profile: null,
    goto: (url) => driver.get(url),
    run: async <T>(body: string, given: unknown = null) =>
      (await driver.executeScript(
        `return (async (given) => { ${body} })(arguments[0])`,
        given,
      )) as T,
    find: async (xpath) => (await driver.findElements(By.xpath(xpath))).map(foundBy),
    killAndReopen: async (url) => {
      const before = await driver.getWindowHandle();
      await driver.switchTo().newWindow("tab");
      const after = await driver.getWindowHandle();
      await driver.switchTo().window(before);
      await driver.close();
      await driver.switchTo().window(after);
      await driver.get(url);
    },
    close: async () => {
      await driver.quit().catch(() => undefined);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      process.kill(-(child.pid ?? 0), "SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const isOnPath = (program: string) =>
  (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, program)));

/** What is not installed of all that it takes, with the packages that bring it. */
function missing(): string | null {
  const packages = Object.entries(needed).filter(([program]) => !isOnPath(program));
  if (packages.length === 0 && miniBrowser()) return null;
  const names = new Set(packages.map(([, name]) => name)).add("webkit2gtk-driver");
  return `WebKitGTK is not installed: apt-get install ${[...names].join(" ")}`;
}

/** WebKitGTK, by WebDriver, on a screen that nobody sees. What it keeps while it is automated is in the memory of its network process, not on disk. */
export const webkit: Engine = {
  name: "WebKitGTK",
  missing: missing(),
  version: (browser) =>
    browser.run<string>("return navigator.userAgent.match(/AppleWebKit[/][0-9.]+/)[0]"),
  // Its driver gives up with the page's process, and a new browser would find nothing.
  kills: "the tab (closed)",
  open,
};
