import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import * as m from "#messages";
import type { BenchEntry } from "./benchEntries.ts";
import { timeUntil } from "./meter.ts";

/**
 * Imports entries as one JSON Lines file through the Import screen. Milliseconds from choosing "add"
 * in the preview to the report that all are kept.
 */
export async function measureImport(page: Page, entries: readonly BenchEntry[]): Promise<number> {
  await page.locator('a[href="/settings"]').first().click();
  await page.locator('a[href="/settings/import"]').first().click();
  // From disk, as a person chooses it: handed over as bytes it would pass through the page.
  const folder = mkdtempSync(join(tmpdir(), "headroom-bench-import-"));
  const file = join(folder, "entries.jsonl");
  writeFileSync(file, entries.map((entry) => JSON.stringify(entry)).join("\n"));
  await page.locator('input[type="file"]').setInputFiles(file);
  const start = page.getByRole("button", {
    name: m.exchange_start({ count: entries.length }),
    exact: true,
  });
  await start.waitFor();
  // An untouched journal locks itself; somebody who watches an import moves now and then.
  const touching = setInterval(() => void page.mouse.move(Math.random() * 99, 9), 20_000);
  try {
    const report = { selector: ".exchange__step button", holding: m.exchange_undo_import() };
    return await timeUntil(page, report, () => start.click());
  } finally {
    clearInterval(touching);
    rmSync(folder, { recursive: true });
  }
}
