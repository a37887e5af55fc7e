import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "../../scripts/findChromium.mjs";

/** A Chromium of its own on a profile, which can be killed as a power cut would. */
export interface KillableBrowser {
  readonly page: Page;
  /** SIGKILL: nothing is flushed, nothing said goodbye to. Resolves once the process is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it in the ordinary way. */
  readonly close: () => Promise<void>;
}

const gone = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/** The address that the browser listens on, once it has written it. */
async function addressIn(profile: string, child: ChildProcess): Promise<string> {
  const file = join(profile, "DevToolsActivePort");
  for (;;) {
    if (child.exitCode !== null) throw new Error("Chromium did not start");
    const [port, path] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts one, where given as the argument of another command (`strace …`). The page keeps blobs that are downloaded in `window.blobs`, so that they can be read. */
export async function startBrowser(
  profile: string,
  within: readonly string[] = [],
): Promise<KillableBrowser> {
  // A killed browser leaves its address behind.
  rmSync(join(profile, "DevToolsActivePort"), { force: true });
  const [program = "chromium", ...before] = [...within, findChromium() ?? "chromium"];
  const child = spawn(
    program,
    [
      ...before,
      ...chromiumArguments,
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "--no-default-browser-check",
      "--hide-crash-restore-bubble",
      "about:blank",
    ],
    { stdio: "ignore" },
  );
  const browser: Browser = await chromium.connectOverCDP(await addressIn(profile, child));
  const [context] = browser.contexts();
  if (!context) throw new Error("no context");
  const page = await context.newPage();
  // tsx gives functions their names by this, also those that are handed to the page.
  await page.addInitScript("globalThis.__name = (made) => made");
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "showSaveFilePicker");
    const blobs: Blob[] = [];
    Reflect.set(window, "blobs", blobs);
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (made) => {
      if (made instanceof Blob) blobs.push(made);
      return make(made);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  return {
    page,
    kill: async () => {
      child.kill("SIGKILL");
      await gone(child);
      await browser.close().catch(() => undefined);
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => undefined);
      await gone(child);
    },
  };
}

/** Everything in the open journal, as its export says it. */
export async function exportedTexts(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    history.pushState(null, "", "/settings/export");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await page.getByRole("button", { name: "Save everything as JSON" }).click();
  await page.waitForFunction(() => (Reflect.get(window, "blobs") as Blob[]).length > 0);
  const text = await page.evaluate(() => (Reflect.get(window, "blobs") as Blob[]).at(-1)?.text());
  const { records } = JSON.parse(text ?? "") as {
    records: { record: { kind: string; parts?: { text: string }[] } }[];
  };
  return records.flatMap(({ record }) =>
    record.kind === "entry" ? [record.parts?.map((part) => part.text).join("\n") ?? ""] : [],
  );
}
