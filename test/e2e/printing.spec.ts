import type { Page } from "@playwright/test";
import { goTo, loadExample, startJournal } from "./driveHeadroom.ts";
import { expect, test } from "./headroom.ts";

/** On paper there is nothing to press and no way to go. */
async function expectPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link")).toHaveCount(0);
}

/** How many pages the browser makes of it. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.slice(0, 5)).toBe("%PDF-");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("a proposal and its chart are printed: their words and numbers alone, sources only when ticked", async ({
  device,
}) => {
  const page = device.page();
  await startJournal(page);
  await loadExample(page);
  await goTo(page, "Proposals");
  await page.getByRole("link", { name: /TTOs written at the round/ }).click();
  const problem = await page.getByRole("textbox", { name: "What keeps happening?" }).inputValue();
  const proposal = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Open the chart" }).click();
  await expect(
    page.getByRole("figure").getByText("Something has changed, for the better"),
  ).toBeVisible();
  await expectPaper(page);
  const sheet = page.locator(".chart-paper");
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText("Something has changed, for the better");
  expect(await pagesOf(page)).toBeGreaterThanOrEqual(1);
  await page.emulateMedia({ media: "screen" });
  await expect(sheet).toBeHidden();

  await page.getByRole("navigation").getByRole("link", { name: "Proposals" }).first().click();
  await page.getByRole("link", { name: /TTOs written at the round/ }).click();
  await expect(page).toHaveURL(new RegExp(`${proposal}$`));
  await page.getByRole("link", { name: /print/i }).first().click();
  await expect(
    page.getByRole("checkbox", {
      name: "Add the sentences it was started from, each with its month",
    }),
  ).not.toBeChecked();
  await expectPaper(page);
  const article = page.getByRole("article");
  for (const sentence of problem.split("\n").filter((line) => line.trim() !== ""))
    await expect(article).toContainText(sentence);
  await expect(article.getByRole("blockquote")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "What may identify someone" })).toHaveCount(0);
  const without = await pagesOf(page);
  expect(without).toBeGreaterThanOrEqual(1);

  await page.emulateMedia({ media: "screen" });
  // Its tick comes with the address, a moment after the press.
  const sources = page.getByRole("checkbox", {
    name: "Add the sentences it was started from, each with its month",
  });
  await sources.click();
  await expect(sources).toBeChecked();
  await expectPaper(page);
  await expect(article.getByRole("blockquote")).not.toHaveCount(0);
  expect(await pagesOf(page)).toBeGreaterThanOrEqual(without);
});
