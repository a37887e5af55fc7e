import type { Page } from "playwright";
import type { BenchEntry } from "./benchEntries.ts";

/** Imports entries as one JSON Lines file through the Import screen. */
export async function measureImport(page: Page, entries: readonly BenchEntry[]): Promise<number> {
  throw new Error(`${page.url()} ${entries.length}`);
}
