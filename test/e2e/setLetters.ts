import type { Page } from "@playwright/test";

/** Letters at this part of their usual size, as a person sets them in the browser. */
export const setLetters = (page: Page, percent: number): Promise<void> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, 1.125 * percent);
