import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./findChromium.mjs";

/**
 * As `findChromium`, but installs one where none is found: Debian's package as root, else
 * Playwright's download, else the binary inside the npm package @sparticuz/chromium.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const quiet = { stdio: "ignore" };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No browser found: installing Debian's chromium");
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], quiet);
    if (findChromium()) return findChromium();
  }
  console.log("No browser found: asking Playwright for one");
  spawnSync("npx", ["playwright", "install", "chromium"], quiet);
  if (findChromium()) return findChromium();
  console.log("No browser found: taking the one inside @sparticuz/chromium");
  execFileSync("npm", ["install", "--no-save", "--no-audit", "@sparticuz/chromium@153.0.0"], quiet);
  const { default: carried } = await import("@sparticuz/chromium");
  process.env.CHROMIUM_PATH = await carried.executablePath();
  return process.env.CHROMIUM_PATH;
}
