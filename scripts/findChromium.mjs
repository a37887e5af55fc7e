// Finds a Chromium to test with: CHROMIUM_PATH, the system's, or one that Playwright installed.
// `ensureChromium.mjs` may also install one.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** What every launch in this project is given; this machine has no network and runs as root. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of an installed Chromium, or undefined. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const installed = usual.find((path) => existsSync(path));
  if (installed) return installed;
  const { chromium } = createRequire(import.meta.url)("playwright");
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}
