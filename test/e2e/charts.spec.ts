import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { goTo, loadExample, startJournal, unlock, visit } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { type OwnServer, ownServer, removeServer } from "./ownServer.ts";
import { testPort } from "./testPort.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name }).click();
const figure = (page: Page) => page.getByRole("figure");
const slider = (page: Page) => page.getByRole("slider", { name: /point by point/ });

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const download: Promise<Download> = page.waitForEvent("download");
  await press(page, name);
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("the example's chart shows a change in words, shape and table, and goes out as picture, drawing and numbers", async ({
  device,
}) => {
  const page = device.page();
  await startJournal(page);
  await loadExample(page);
  await goTo(page, "Proposals");
  await page.getByRole("link", { name: /TTOs written at the round/ }).click();
  await page.getByRole("link", { name: "Open the chart" }).click();

  await expect(figure(page).getByText("Something has changed, for the better")).toBeVisible();
  await expect(
    figure(page).getByText(/^10 points in a row, from .* lie below the average/),
  ).toBeVisible();
  await expect(page.getByText("Started asking pharmacy at 10").first()).toBeVisible();
  await expect(page.locator(".chart__picture .chart-mark--better")).toHaveCount(10);
  expect(new URL(page.url()).pathname).toMatch(/^\/proposals\/[\w-]+\/chart$/);
  expect(await page.title()).toBe("Chart · Headroom");
  await expectAccessible(page);

  await slider(page).focus();
  await expect(slider(page)).toHaveAttribute(
    "aria-valuetext",
    /121 minutes\. Unusual, for the better/,
  );
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /171 minutes\. As usual/);
  await expect(page.getByText("Point 1 of 24")).toBeVisible();

  await page.getByText("The same as a table").click();
  const table = page.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(25);
  await expect(table.getByText(/part of a shift below the average/)).toHaveCount(10);
  await expectAccessible(page);

  const svg = await saved(page, "Drawing (SVG)");
  expect(svg.name).toMatch(/^chart-\d{4}-\d\d-\d\d\.svg$/);
  expect(svg.bytes.toString("utf8")).toContain("Something has changed, for the better");
  const csv = await saved(page, "Numbers (CSV)");
  expect(csv.bytes.toString("utf8").trim().split("\r\n")).toHaveLength(25);
  const png = await saved(page, "Picture (PNG)");
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  // Width and height stand at the beginning of a PNG file: twice the sheet's 1,000 pixels.
  expect(png.bytes.readUInt32BE(16)).toBe(2000);
  expect(png.bytes.length).toBeGreaterThan(20_000);
});

test.describe("with the server gone", () => {
  let server: OwnServer;
  test.beforeEach(async () => {
    server = await ownServer(testPort(3));
  });
  test.afterEach(() => removeServer(server));

  test("numbers of one's own are written, pasted, corrected and told what is wrong with them; lock and reload lose none", async ({
    device,
  }) => {
    const page = device.page();
    device.neverOnDisk("Cuddly canary counted", "86417359.25", "phoned the canary desk");
    await startJournal(page, {}, server.origin);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await server.stop();
    await visit(page, "/proposals/new");
    await page.getByLabel("What would you call it?").fill("Ring once");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Start a chart" }).click();
    await press(page, "Start a chart");
    await expect(
      page.getByText("Give it a name, so that you can tell it from others."),
    ).toBeVisible();
    await page.getByLabel("What it is").fill("Cuddly canary counted");
    await press(page, "Start a chart");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuddly canary counted");
    await expect(figure(page).getByText("No numbers yet", { exact: true })).toBeVisible();
    await expectAccessible(page);

    await press(page, "Add a number");
    const value = page.getByLabel("Value of number 1");
    await expect(value).toBeFocused();
    await value.fill("twelve");
    await value.blur();
    await expect(page.getByText("“twelve” is not a number.")).toBeVisible();
    await expectAccessible(page);
    await value.fill("86417359.25");
    await expect(figure(page).getByText("One number so far")).toBeVisible();

    await page.getByText("Paste from a spreadsheet").click();
    await page
      .getByLabel("Dates and numbers")
      .fill("Week\tCount\n05/01/2026\t14\n12/01/2026\tn/a\n19/01/2026\t1,234");
    await expect(
      page.getByText("2 numbers found, from 5 January 2026 to 19 January 2026."),
    ).toBeVisible();
    await expect(page.getByText("Line 3, “12/01/2026 n/a”: not a number")).toBeVisible();
    await expectAccessible(page);
    await press(page, "Add 2 numbers");
    await expect(page.getByText("Point 3 of 3")).toBeVisible();

    await page.getByText("What was changed, and when").click();
    await press(page, "Add a change");
    await page.getByLabel("What was done differently").fill("phoned the canary desk");
    await expectAccessible(page);
    await expect(page.getByText("Kept on this device").first()).toBeVisible();

    // Locked at once after a correction: it was kept on the way.
    await page.getByLabel("Value of number 3").fill("15");
    const address = page.url();
    await page.getByRole("button", { name: /^Lock/ }).first().click();
    await expect(page.getByText("Choose your journal")).toBeVisible();
    await page.goto(address);
    await unlock(page);
    await expect(page.getByLabel("Value of number 3")).toHaveValue("15");
    await expect(page.getByLabel("Value of number 1")).toHaveValue("86417359.25");
    await expect(page.getByText("phoned the canary desk").first()).toBeVisible();

    await page.getByRole("button", { name: /^Remove number 1/ }).click();
    await expect(page.getByText("Point 2 of 2")).toBeVisible();
    await press(page, "Undo");
    await expect(page.getByText("Point 3 of 3")).toBeVisible();
  });
});
