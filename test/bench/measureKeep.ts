import type { Page } from "playwright";
import * as m from "#messages";
import { todayField } from "./journalScreens.ts";
import { callsTo, meterVault, pageNow, timeUntil } from "./meter.ts";

/** Milliseconds of each Keep on Today and of what follows it. */
export interface KeepTimes {
  /** From pressing Keep to "Kept on this device". */
  readonly toKept: readonly number[];
  /** On the vault's own thread, from being asked to its answer sent: read, merge, seal, commit. */
  readonly vault: readonly number[];
  /** The question what the new entry reminds of. */
  readonly reminders: readonly number[];
}

const note = ".kept-note__words";

/** Writes and keeps one entry for each text; `beside` runs after each, on a machine in the same mood. */
export async function measureKeep(
  page: Page,
  texts: readonly string[],
  beside: () => Promise<void>,
): Promise<KeepTimes> {
  const start = await pageNow(page);
  const vaultCalls = await meterVault(page);
  const toKept: number[] = [];
  for (const [at, text] of texts.entries()) {
    await todayField(page).fill(text);
    // Keep is measured by itself: the draft has been saved before.
    await page.locator(".composer__note", { hasText: m.notebook_draft_saved() }).waitFor();
    const before = page.locator(`${note} a`);
    const last = (await before.count()) > 0 ? await before.getAttribute("href") : null;
    const fresh = last === null ? `${note} a` : `${note} a:not([href="${last}"])`;
    const keep = page.getByRole("button", { name: m.common_keep(), exact: true });
    toKept.push(await timeUntil(page, { selector: fresh }, () => keep.click()));
    // The next one begins once this one's reminders are answered.
    await page.waitForFunction(
      ([from, wanted]) =>
        window.benchMeter.calls.filter((call) => call.name === "reminders" && call.start >= from)
          .length >= wanted,
      [start, at + 1] as const,
    );
    await beside();
  }
  return {
    toKept,
    vault: await vaultCalls("keepDraft"),
    reminders: await callsTo(page, "reminders", start),
  };
}
