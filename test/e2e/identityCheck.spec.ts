import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { keep, startJournal, visit } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { hostileTexts } from "./hostileTexts.ts";

const words =
  "Dr Quillfeather said on 3 November 2025 that the tablets were late. Her NHS number is 943 476 5919. Her son Quillozias rang twice.";

const problem = (page: Page) => page.getByLabel("What keeps happening?");
const choices = (page: Page, of: string) =>
  page.getByRole("group", { name: `What to do with “${of}”` });

/** Starts a proposal with a title and a problem, and waits until it is kept. */
async function propose(page: Page, text: string): Promise<void> {
  await visit(page, "/proposals/new");
  await page.getByLabel("What would you call it?").fill("Tablets on time");

  await page.getByRole("button", { name: "Start" }).click();
  await problem(page).fill(text);
  await expect(page.getByText("Kept on this device · just now")).toBeVisible();
}

test("what may identify someone is marked before a proposal leaves, and the file holds what was decided", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("Quillfeather", "Quillozias");
  await startJournal(page);
  await propose(page, words);
  await expect(page.getByText(/^4 things may identify someone: “Dr Quillfeather”/)).toBeVisible();
  await expectAccessible(page);

  // Saving leads past what is still to look at, and nothing there is shut.
  await page.getByRole("button", { name: "Save as Markdown" }).click();
  await expect(page.getByText("4 things may identify someone.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as Markdown" })).toBeEnabled();
  await expectAccessible(page);

  // By keyboard only: accept one, edit one, keep one; the last stays as it is.
  const press = async (of: string, name: string) => {
    await choices(page, of).getByRole("button", { name }).focus();
    await page.keyboard.press("Space");
    await expect(choices(page, of).getByRole("button", { name })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  };
  await press("Dr Quillfeather", "Accept");
  await press("3 November 2025", "Edit");
  await expect(page.getByLabel("In place of “on 3 November 2025”")).toBeFocused();
  await page.keyboard.type("one Monday");
  await press("943 476 5919", "Keep as it is");
  await expect(page.getByText("1 still to look at.")).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as Markdown" }).focus();
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", {
    name: /^1 thing that may identify someone is still/,
  });
  await expect(question.getByRole("button", { name: "Look at them first" })).toBeFocused();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Leave them as they are" }).focus();
  await page.keyboard.press("Enter");
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain(
    "A colleague said one Monday that the tablets were late. Her NHS number is 943 476 5919. Her son Quillozias rang twice.",
  );

  // All at once, and the page that is printed says the same as the file.
  await page.getByRole("button", { name: "Accept all suggestions" }).click();
  await expect(page.getByRole("article")).toContainText("Her son rang twice.");
  await expect(page.getByRole("article")).not.toContainText("Quillozias");

  // The journal keeps the originals.
  await page.getByRole("link", { name: "Back to the proposal" }).click();
  await expect(problem(page)).toHaveValue(words);
  await expect(page.getByText("You have looked at all of them.")).toBeVisible();
});

test("the whole journal leaves as it was written, with a count for whoever asks", async ({
  device,
}) => {
  const page = device.page();
  await startJournal(page);
  await keep(page, "Dr Quillfeather was kind on 3 November 2025.");
  await visit(page, "/settings/export");
  await page.getByRole("button", { name: "Count what may identify someone" }).click();
  await expect(
    page
      .getByText("1 of 1 entry holds something that may identify someone.", { exact: false })
      .first(),
  ).toBeVisible();
  await expect(page.getByText("A person’s name: 1")).toBeVisible();
  await expectAccessible(page);
});

test("hostile texts are marked and reworded as text: nothing fires", async ({ device }) => {
  const page = device.page();
  await startJournal(page);
  const hostile = hostileTexts()
    .slice(0, 400)
    .join(" Dr Okafor said so on 3 May 2025. ")
    .replaceAll("\0", "");
  await propose(page, hostile);
  await page.getByRole("link", { name: "Check them" }).click();
  await page.getByRole("button", { name: "Accept all suggestions" }).click();
  await expect(page.getByRole("article")).toContainText("in early May");
  expect(await page.evaluate(() => Reflect.get(window, "__xss") === undefined)).toBe(true);
});
