import type { Page } from "@playwright/test";
import { loadExample, startJournal, visit } from "./driveHeadroom.ts";
import { everyPlace } from "./everyPlace.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { setLetters } from "./setLetters.ts";

// The rail and the bar are two layouts, and large letters the harder of each: axe looks at one of each.
const screens = [
  { name: "a tablet lying", size: { width: 1180, height: 820 }, letters: 100, axe: true },
  { name: "a desk", size: { width: 1440, height: 900 }, letters: 100, axe: false },
  {
    name: "a phone with letters of twice the size",
    size: { width: 390, height: 844 },
    letters: 200,
    axe: true,
  },
  { name: "the narrowest screen", size: { width: 320, height: 640 }, letters: 100, axe: false },
];

/** Marks the heading of the place that is shown: until it is gone, the next one is still on its way. */
const leave = (page: Page) =>
  page.evaluate(() => document.querySelector("h1")?.setAttribute("data-left", ""));

test("every place is accessible in the dark and fits its screen, from the narrowest to a desk", async ({
  device,
}) => {
  test.setTimeout(600_000);
  const page = device.page();
  await startJournal(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(18, 25, 27)",
  );
  await loadExample(page);
  const places = await everyPlace(page);
  const tooWide: string[] = [];
  for (const { name, size, letters, axe } of screens) {
    await page.setViewportSize(size);
    await setLetters(page, letters);
    for (const path of places) {
      await test.step(`${path} on ${name}`, async () => {
        await leave(page);
        await visit(page, path);
        await expect(page.locator("h1:not([data-left])")).toBeVisible();
        // What a place says while it is still reading ends in three dots.
        await expect(page.getByRole("status").filter({ hasText: /…$/ })).toHaveCount(0);
        await expect(page.getByRole("heading", { level: 1, name: /…$/ })).toHaveCount(0);
        if (axe) {
          // High enough for all of it, and for what is still being read: what just now lies under the fixed
          // bar of places can be scrolled clear.
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width: size.width, height: height + 2000 });
          await expectAccessible(page);
          await page.setViewportSize(size);
        }
        const beyond = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth <= clientWidth) return null;
          const widest = [...document.querySelectorAll("main *, nav *")].filter(
            (element) => element.getBoundingClientRect().right > clientWidth + 1,
          );
          return `${scrollWidth} > ${clientWidth}: ${widest.map(({ className }) => className).join(" | ")}`;
        });
        if (beyond !== null) tooWide.push(`${path} on ${name}: ${beyond}`);
      });
    }
  }
  expect(tooWide).toEqual([]);
});
