import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { passphrase, startJournal, visit } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

// Two browsers that never meet: all that passes between them is files.
test.setTimeout(480_000);

/** Words and names that no file may show. */
const canaries = ["quillcanary", "Elm corridor", "Fans before June", "ran out by Tuesday"];
let folder = "";
let saved: string[] = [];
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "headroom-files-"));
  saved = [];
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a journal and cuts the device off for good, once it can work alone. */
async function startAlone(page: Page): Promise<void> {
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await startJournal(page);
  await page.context().setOffline(true);
}

/** Presses a button that saves a file; nothing in the file can be read. */
async function save(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const download = await downloading;
  const path = join(folder, `${saved.length}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  saved.push(path);
  expect(download.suggestedFilename()).toMatch(/^headroom-[a-z]+-\d{4}-\d\d-\d\d\.headroom$/);
  const bytes = readFileSync(path);
  for (const canary of canaries) {
    for (const encoding of ["utf8", "utf16le"] as const) {
      expect(bytes.includes(Buffer.from(canary, encoding))).toBe(false);
    }
  }
  return path;
}

async function bringIn(page: Page, path: string): Promise<void> {
  await visit(page, "/team/file");
  await page.getByLabel("File", { exact: true }).setInputFiles(path);
}

/** Makes a team that has no server. */
async function makeTeam(page: Page, name: string, myName: string): Promise<void> {
  await visit(page, "/team/new");
  await page.getByLabel("What is the space called?").fill(name);
  await page.getByLabel("What do they call you here?").fill(myName);
  await page.getByRole("radio", { name: "By file only" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
}

async function openTeam(page: Page, name: string): Promise<void> {
  await visit(page, "/team");
  await page.getByRole("link", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Writes a proposal of one's own and shares a copy with the only team. */
async function shareProposal(page: Page, title: string, team: string): Promise<void> {
  await visit(page, "/proposals/new");
  await page.getByRole("textbox", { name: "What would you call it?" }).fill(title);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("textbox", { name: "What keeps happening?" }).fill("We ran out by Tuesday.");
  await expect(page.getByText(/^Kept on this device/).first()).toBeVisible();
  await page.getByRole("link", { name: "Share a copy…" }).click();
  await page.getByRole("button", { name: `Share with ${team}` }).click();
  await expect(page.getByText(/Written by/)).toBeVisible();
}

const problem = (page: Page) => page.getByRole("textbox", { name: "What keeps happening?" });

test("two people make a team, work apart and merge both ways by file alone; who is removed is told", async ({
  device,
  colleague,
}) => {
  const [first, second] = [device.page(), colleague.page()];
  for (const each of [device, colleague]) each.neverOnDisk(...canaries, passphrase);
  await startAlone(first);
  await startAlone(second);
  await makeTeam(first, "Elm corridor", "Amina quillcanary");
  const invitation = await save(first, "Save an invitation");
  await expectAccessible(first);

  await test.step("a device outside cannot read the team's file", async () => {
    const outside = await save(first, "Save as a file");
    await bringIn(second, outside);
    await expect(second.getByText(/belongs to a team that you are not in/)).toBeVisible();
    await expectAccessible(second);
  });

  await test.step("three files let somebody in, with the same six words on both sides", async () => {
    await bringIn(second, invitation);
    await second.getByLabel("What do they call you here?").fill("Bronwen quillcanary");
    await expectAccessible(second);
    await second.getByRole("button", { name: "Join" }).click();
    const theirs = second.getByRole("list", { name: "Six words to compare" });
    await expect(theirs.getByRole("listitem")).toHaveCount(6);
    const words = await theirs.getByRole("listitem").allInnerTexts();
    await expectAccessible(second);
    const answer = await save(second, "Save your answer");
    await bringIn(first, answer);
    const ours = first.getByRole("list", { name: "Six words to compare" });
    await expect(ours.getByRole("listitem")).toHaveText(words);
    await first.getByRole("button", { name: "The words are the same: let in" }).click();
    await expect(first.getByRole("heading", { name: /wants to join/ })).toHaveCount(0);
    await bringIn(second, await save(first, "Save as a file"));
    await second.getByRole("link", { name: "Open Elm corridor" }).click();
    await expect(second.getByRole("heading", { level: 1, name: "Elm corridor" })).toBeVisible();
    await expect(second.getByText(/^Kept on this device. This space has no server/)).toBeVisible();
  });

  await test.step("a shared proposal travels, and says so until a file holds it", async () => {
    await shareProposal(first, "Fans before June", "Elm corridor");
    await openTeam(first, "Elm corridor");
    await expect(first.getByText(/1 change is not in a saved file yet/)).toBeVisible();
    await expectAccessible(first);
    await bringIn(second, await save(first, "Save as a file"));
    await expect(first.getByText(/in a saved file yet/)).toHaveCount(0);
    await second.getByRole("link", { name: "Open Elm corridor" }).click();
    await second.getByRole("link", { name: /Fans before June/ }).click();
    await expect(problem(second)).toHaveValue("We ran out by Tuesday.");
  });

  await test.step("edits made apart are on both afterwards", async () => {
    await first.getByRole("link", { name: /Fans before June/ }).click();
    await problem(first).fill("In heat, we ran out by Tuesday.");
    await problem(second).fill("We ran out by Tuesday. Families quillcanary brought their own.");
    for (const page of [first, second]) {
      await expect(page.getByText("Kept on this device · just now")).toBeVisible();
    }
    await openTeam(first, "Elm corridor");
    await openTeam(second, "Elm corridor");
    const [ours, theirs] = [
      await save(first, "Save as a file"),
      await save(second, "Save as a file"),
    ];
    await bringIn(first, theirs);
    await bringIn(second, ours);
    for (const page of [first, second]) {
      await page.getByRole("link", { name: "Open Elm corridor" }).click();
      await page.getByRole("link", { name: /Fans before June/ }).click();
      await expect(problem(page)).toHaveValue(
        /^In heat, .* Families quillcanary brought their own\.$/,
      );
    }
  });

  await test.step("a file cut, changed, newer or none of ours says so and changes nothing", async () => {
    await openTeam(first, "Elm corridor");
    const bytes = readFileSync(await save(first, "Save as a file"));
    const changed = Buffer.from(bytes);
    changed[bytes.length - 30] = (changed[bytes.length - 30] ?? 0) ^ 1;
    const newer = Buffer.from(bytes);
    newer[8] = 9;
    const refused: readonly (readonly [Buffer, RegExp])[] = [
      [bytes.subarray(0, bytes.length / 2), /cut off or changed on its way/],
      [changed, /cut off or changed on its way/],
      [newer, /made by a newer Headroom/],
      [Buffer.from("Dear all"), /not a file of a Headroom team/],
    ];
    for (const [at, [file, says]] of refused.entries()) {
      const path = join(folder, `refused-${at}`);
      writeFileSync(path, file);
      await bringIn(second, path);
      await expect(second.getByText(says)).toBeVisible();
    }
  });

  await test.step("who is removed is told, keeps what they had, and is not taken in again", async () => {
    await openTeam(second, "Elm corridor");
    const theirs = await save(second, "Save as a file");
    await first.getByRole("link", { name: "People", exact: true }).click();
    await first.getByRole("button", { name: "Change Bronwen quillcanary" }).click();
    await first.getByRole("menuitem", { name: "Remove from the team" }).click();
    await first.getByRole("dialog").getByRole("button", { name: "Remove from the team" }).click();
    await expect(first.getByRole("button", { name: "Change Bronwen quillcanary" })).toHaveCount(0);
    const after = await save(first, "Save as a file");
    await bringIn(first, theirs);
    await expect(first.getByText(/made this file is no longer in the team/)).toBeVisible();
    await bringIn(second, after);
    await expect(second.getByText(/says that you are no longer in this team/)).toBeVisible();
    await openTeam(second, "Elm corridor");
    await expect(second.getByText(/You were removed from this team on/)).toBeVisible();
    await expectAccessible(second);
    await second.getByRole("link", { name: /Fans before June/ }).click();
    await expect(second.getByText(/Families quillcanary brought their own/)).toBeVisible();
  });
});

test("one proposal goes to somebody outside, opened by twelve words and by no others", async ({
  device,
  colleague,
}) => {
  const [first, second] = [device.page(), colleague.page()];
  for (const each of [device, colleague]) each.neverOnDisk(...canaries, passphrase);
  await startAlone(first);
  await startAlone(second);
  await makeTeam(first, "Elm corridor", "Amina quillcanary");
  await shareProposal(first, "Fans before June", "Elm corridor");
  await first.getByRole("button", { name: "More for this proposal" }).click();
  await first.getByRole("menuitem", { name: "Save as a file…" }).click();
  const sealing = first.getByRole("dialog");
  await expect(sealing.getByText(/may identify someone/).first()).toBeVisible();
  await expect(sealing.locator(".outline-preview")).toContainText("We ran out by Tuesday.");
  await expectAccessible(first);
  await sealing.getByRole("button", { name: "Seal it" }).click();
  const words = first
    .getByRole("list", { name: "Twelve words that open the file" })
    .getByRole("listitem");
  await expect(words).toHaveCount(12);
  await expectAccessible(first);
  const told = (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ""));
  const file = await save(first, "Save the file");

  await bringIn(second, file);
  await expect(second.getByText(/lives in a team space, and you are in none yet/)).toBeVisible();
  await makeTeam(second, "Oak landing", "Bronwen quillcanary");
  await bringIn(second, file);
  await second.getByLabel("The twelve words").fill([...told].reverse().join(" "));
  await second.getByRole("button", { name: "Look at it" }).click();
  await expect(second.getByText(/These words do not open it/)).toBeVisible();
  await expectAccessible(second);
  await second.getByLabel("The twelve words").fill(`  ${told.join("  ").toUpperCase()} `);
  await second.getByRole("button", { name: "Look at it" }).click();
  await expect(second.getByRole("heading", { name: "Before Oak landing sees it" })).toBeFocused();
  await expect(second.getByText("We ran out by Tuesday.")).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Bring it into Oak landing" }).click();
  await expect(problem(second)).toHaveValue("We ran out by Tuesday.");
  await expect(second.getByText("looked after here by Bronwen quillcanary")).toBeVisible();

  await bringIn(second, file);
  await second.getByLabel("The twelve words").fill(told.join(" "));
  await second.getByRole("button", { name: "Look at it" }).click();
  await expect(second.getByText(/^Oak landing has it already: Bronwen quillcanary/)).toBeVisible();
  await second.getByRole("link", { name: "Open it there" }).click();
  await expect(problem(second)).toHaveValue("We ran out by Tuesday.");
});
