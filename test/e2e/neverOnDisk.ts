import type { BrowserContext, Page } from "@playwright/test";

const secrets = new WeakMap<BrowserContext, string[]>();

/** From now on, what is said of pages of `context` is put into `words`, which are searched for when the test ends. */
export function collectSecrets(context: BrowserContext, words: string[]): void {
  secrets.set(context, words);
}

/**
 * Words that must never be found in the profile of the page's device. Does nothing for a browser
 * that no test carries, such as the bench's.
 */
export function neverOnDisk(page: Page, ...words: readonly string[]): void {
  secrets.get(page.context())?.push(...words);
}

/** The longest stretch of `text` that any way of writing it down leaves as it is, up to sixty characters of it. */
function plainestStretch(text: string): string {
  const stretches = text.split(/[\p{Cc}"\\<>&]/u).map((each) => each.trim());
  const longest = stretches.reduce((best, each) => (each.length > best.length ? each : best), "");
  return Array.from(longest).slice(0, 60).join("");
}

/** Registers a person's text, where some of it is long enough to be told from chance. */
export function textNeverOnDisk(page: Page, text: string): void {
  const stretch = plainestStretch(text);
  if (Buffer.byteLength(stretch) >= 12) neverOnDisk(page, stretch);
}

/**
 * Registers recovery words in each form that the app shows, copies, saves or computes with. One word is
 * too short to be told from chance and stands in the app's own list, so it is the beginning of the
 * sequence that is looked for.
 */
export function recoveryWordsNeverOnDisk(page: Page, words: readonly string[]): void {
  const first = words.slice(0, 4);
  const numbered = first.map((word, index) => `${index + 1}. ${word}`);
  const forms = [" ", "\n", "", ", ", '","'].map((separator) => first.join(separator));
  neverOnDisk(page, ...forms, numbered.join("\n"), first.join(" ").toUpperCase());
}
