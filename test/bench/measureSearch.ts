import type { Page } from "playwright";
import * as m from "#messages";
import { goToJournal } from "./journalScreens.ts";
import { callsTo, pageNow, timeUntil } from "./meter.ts";

/** Milliseconds for each letter typed into the Journal's search. */
export interface SearchTimes {
  /** The reader's answer to each letter. */
  readonly find: readonly number[];
  /** From the press of each word's last letter to a mark on screen. */
  readonly toMarks: readonly number[];
}

const field = (page: Page) => page.getByLabel(m.journal_search(), { exact: true });

/** Until the page has drawn what it has to draw; a person who clears the field takes longer than that to type. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve()));
      }),
  );

/**
 * Types each word letter by letter, each letter after the answer to the one before. The first letter
 * waits for the whole timeline to be drawn again, which an answer would otherwise queue behind.
 */
export async function measureSearch(page: Page, words: readonly string[]): Promise<SearchTimes> {
  await goToJournal(page);
  const start = await pageNow(page);
  const toMarks: number[] = [];
  for (const word of words) {
    await field(page).fill("");
    await drawn(page);
    for (const [at, letter] of [...word].entries()) {
      const asked = await pageNow(page);
      const isLast = at === word.length - 1;
      const press = () => field(page).press(letter);
      if (!isLast) await press();
      else {
        const sight = { selector: "mark", holding: word };
        toMarks.push(await timeUntil(page, sight, press));
      }
      await page.waitForFunction(
        (from) =>
          window.benchMeter.calls.some((call) => call.name === "find" && call.start >= from),
        asked,
      );
    }
  }
  return { find: await callsTo(page, "find", start), toMarks };
}

/** Milliseconds from unlocking, `unlocked` by the page's clock, to the first marked match of `word`. */
export async function searchSoonAfter(page: Page, unlocked: number, word: string): Promise<number> {
  await goToJournal(page);
  await field(page).pressSequentially(word);
  await page.locator("mark").first().waitFor();
  return (await pageNow(page)) - unlocked;
}
