import { readFileSync } from "node:fs";
import { escapeMarkdown } from "../../src/core/proposal/escapeMarkdown.ts";
import { field, goTo, keep, startJournal, unlock } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { type OwnServer, ownServer, removeServer } from "./ownServer.ts";
import { testPort } from "./testPort.ts";
import { distinctiveSentences, spreadOverTime, writtenComments } from "./writtenComments.ts";

let server: OwnServer;
test.beforeEach(async () => {
  server = await ownServer(testPort(2));
});
test.afterEach(() => removeServer(server));

test("journeys 4 and 5: thousands of real comments are imported, found, linked and become a proposal, with the server gone", async ({
  device,
}) => {
  test.setTimeout(600_000);
  const page = device.page();
  const comments = writtenComments();
  const now = Date.now();
  const lines = spreadOverTime(comments, now);
  device.neverOnDisk(
    "bergamotcanary",
    "Two spaces kept for carers",
    ...distinctiveSentences(comments, 12),
  );
  await startJournal(page, {}, server.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.stop();

  await page.goto(`${server.origin}/settings/import`);
  await unlock(page);
  await page.getByLabel("Files to bring in").setInputFiles({
    name: "comments.jsonl",
    mimeType: "application/jsonl",
    buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join("\n"), "utf8"),
  });
  await expectAccessible(page);
  await page.getByRole("button", { name: /to my journal$/ }).click();
  await expect(page.getByText(/added to your journal\./).first()).toBeVisible({ timeout: 120_000 });

  // Usable at once after a reload and unlock.
  await page.goto(`${server.origin}/`);
  await unlock(page);
  await expect(field(page)).toBeFocused();

  await goTo(page, "Journal");
  await page.getByRole("searchbox", { name: "Search everything you wrote" }).fill("parki");
  await expect(page.getByText(/\d+ entries found/).first()).toBeVisible();
  await expect(
    page
      .locator("mark")
      .filter({ hasText: /^parking$/i })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("searchbox", { name: "Search everything you wrote" }).fill("qqzzxx");
  await expect(page.getByText("Nothing found").first()).toBeVisible();
  expect(page.url()).not.toContain("qqzz");

  // A filter, with the search still there and then alone: as many as were brought in since that day.
  const since = `${new Date(now).getUTCFullYear() - 1}-01-01`;
  const later = lines.filter(({ at }) => at >= since);
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("From", { exact: true }).fill(since);
  await expect(page.getByText("Nothing found").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Search everything you wrote" }).fill("");
  const counted = `${later.length.toLocaleString("en-GB")} entries found`;
  await expect(page.getByText(counted, { exact: true })).toBeVisible();
  expect(page.url()).not.toContain(since);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear all filters" }).click();

  await goTo(page, "Today");
  const said = [
    "No parking again this morning, people drove round the car park for half an hour.",
    "The car park was full by nine, a carer missed the parking space and the appointment.",
    "Parking again: the bergamotcanary machine in the car park took no cards.",
    "Patients late because of parking, the car park queue reached the road.",
  ];
  const comesBack = page.getByText("Keeps coming back", { exact: true });
  for (const [linked, text] of said.entries()) {
    await keep(page, text);
    const panel = page.getByRole("region", { name: "Does this remind you of …?" });
    const same = panel.getByRole("button", { name: /^Same thing/ });
    await expect(same.first()).toBeVisible();
    expect(await same.count()).toBeLessThanOrEqual(3);
    await expect(panel.getByText(/park/i).first()).toBeVisible();
    if (linked === 0) await expectAccessible(page);
    await same.first().click();
    await expect(page.getByText("Thank you. Linked as the same thing.").first()).toBeVisible();
  }
  // Four linked within 90 days: Today asks, once, with how often.
  await expect(comesBack).toBeVisible();
  await expect(page.getByText(/You have written about this/)).toContainText(/\d+ times/);

  await goTo(page, "Themes");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: /park/i }).first().click();
  await expect(page.getByText("Because you wrote")).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("button", { name: "Turn into a proposal" })
    .or(page.getByRole("link", { name: "Turn into a proposal" }))
    .first()
    .click();

  const problem = page.getByRole("textbox", { name: "What keeps happening?" });
  await expect(problem).not.toHaveValue("");
  const everything = [...comments, ...said].join("\n").replace(/\s+/g, " ");
  for (const sentence of (await problem.inputValue())
    .split("\n")
    .filter((line) => line.trim() !== "")) {
    expect(everything).toContain(sentence.replace(/\s+/g, " ").trim());
  }
  await expectAccessible(page);

  // Each sentence leads back to the entry that it was taken from.
  await page
    .getByRole("button", { name: /show sources$/ })
    .first()
    .click();
  const source = page.getByRole("list", { name: "The sentences this was started from" }).first();
  const quote = source
    .getByRole("listitem")
    .filter({ hasText: /car park/i })
    .first();
  const words = (await quote.locator("blockquote").textContent()) ?? "";
  expect(await problem.inputValue()).toContain(words);
  await quote.getByRole("link").click();
  await expect(page).toHaveURL(/\/journal\/[\w-]+$/);
  await expect(page.getByRole("article")).toContainText(words);
  await page.goBack();
  await page
    .getByRole("textbox", { name: /title|call it/i })
    .first()
    .fill("Two spaces kept for carers");
  await expect(page.getByText(/Kept on this device/).first()).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /Markdown/ }).click();
  const file = await (await download).path();
  const markdown = readFileSync(file, "utf8");
  expect(markdown).toContain("Two spaces kept for carers");
  expect(markdown).toContain(`\n\n${escapeMarkdown(await problem.inputValue())}\n\n`);
});
