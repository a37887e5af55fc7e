import { readFileSync } from "node:fs";
import { field, goTo, keep, startJournal, unlock } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { type OwnServer, ownServer, removeServer } from "./ownServer.ts";
import { testPort } from "./testPort.ts";
import { asJsonLines, writtenComments } from "./writtenComments.ts";

let server: OwnServer;
test.beforeEach(async () => {
  server = await ownServer(testPort(2));
});
test.afterEach(() => removeServer(server));

test("journeys 4 and 5: thousands of real comments are imported, found, linked and become a proposal, with the server gone", async ({
  device,
}) => {
  test.setTimeout(300_000);
  const page = device.page();
  const comments = writtenComments();
  device.neverOnDisk("bergamotcanary", "drove round the car park", "Two spaces kept for carers");
  await startJournal(page, {}, server.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.stop();

  await page.goto(`${server.origin}/settings/import`);
  await unlock(page);
  await page.getByLabel("Files to bring in").setInputFiles({
    name: "comments.jsonl",
    mimeType: "application/jsonl",
    buffer: Buffer.from(asJsonLines(comments, Date.now()), "utf8"),
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

  await goTo(page, "Today");
  const said = [
    "No parking again this morning, people drove round the car park for half an hour.",
    "The car park was full by nine, a carer missed the parking space and the appointment.",
    "Parking again: the bergamotcanary machine in the car park took no cards.",
    "Patients late because of parking, the car park queue reached the road.",
    "Parking permits ran out, staff and visitors circled the car park.",
    "A relative in tears about parking charges and a full car park.",
  ];
  let linked = 0;
  for (const text of said) {
    await keep(page, text);
    const panel = page.getByRole("region", { name: "Does this remind you of …?" });
    const same = panel.getByRole("button", { name: /^Same thing/ });
    await expect(same.first()).toBeVisible();
    await expect(panel.getByText(/park/i).first()).toBeVisible();
    if (linked === 0) await expectAccessible(page);
    await same.first().click();
    await expect(page.getByText("Thank you. Linked as the same thing.").first()).toBeVisible();
    linked += 1;
    if (linked >= 4) break;
  }

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
  expect(markdown).not.toContain("undefined");
});
