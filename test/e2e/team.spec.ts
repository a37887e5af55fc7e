import type { Page } from "@playwright/test";
import {
  beginJournal,
  keep,
  lockedPage,
  passphrase,
  startJournal,
  unlock,
  visit,
} from "./driveHeadroom.ts";
import { letIn, makeTeam, meet, writeProposal } from "./driveTeam.ts";
import { expect, expectAccessible, test } from "./headroom.ts";

// Two browsers, a server between them, and weeks told in seconds.
test.setTimeout(480_000);

/** Opens the page of the people of the team. */
async function openPeople(page: Page): Promise<void> {
  await visit(page, "/team");
  await page.getByRole("link", { name: /Elm corridor/ }).click();
  await page
    .getByRole("link", { name: /^(?:People|Ways out)$/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
}

test("a proposal is shared with care: checked, previewed, seen by the team, written together, withdrawn", async ({
  device,
  colleague,
}) => {
  const [first, second] = [device.page(), colleague.page()];
  for (const each of [device, colleague]) {
    each.neverOnDisk("quillcanary", "Elm corridor", "waited hours for their", passphrase);
  }
  await startJournal(first);
  await startJournal(second);
  await meet(first, second);

  await writeProposal(
    first,
    "Medicines at the round",
    "Mrs Ahmed waited hours for their discharge medicines.",
  );
  await first.getByRole("link", { name: "Share a copy…" }).click();
  await expect(first.getByText("Mrs Ahmed", { exact: false }).first()).toBeVisible();
  await expect(first.getByText("Bronwen quillcanary in Elm corridor will see this")).toBeVisible();
  await expectAccessible(first);
  await first.getByRole("button", { name: /^Accept all/ }).click();
  await first.getByRole("button", { name: "Share with Elm corridor" }).click();
  await expect(first.getByText("Written by Amina quillcanary")).toBeVisible();
  await expect(first.getByRole("heading", { level: 1, name: /^Medicines/ })).toBeFocused();

  await second.getByRole("link", { name: /Medicines at the round/ }).click();
  const problem = second.getByRole("textbox", { name: "What keeps happening?" });
  await expect(problem).toHaveValue(/discharge medicines/);
  await expect(problem).not.toHaveValue(/Ahmed/);
  await expectAccessible(second);

  await second
    .getByLabel("Who does it matter to most?")
    .fill("People who rely on a lift quillcanary.");
  await expect(first.getByLabel("Who does it matter to most?")).toHaveValue(/rely on a lift/);
  // Who writes where is seen, and gone when they go.
  await expect(first.getByText(/^Bronwen quillcanary is writing in “.+”$/)).toBeVisible();
  await visit(second, "/team");
  await expect(first.getByText(/^Bronwen quillcanary is /)).toHaveCount(0);
  await second.goBack();
  await expect(first.getByText("Bronwen quillcanary is here")).toBeVisible();
  await first.getByLabel("Say something about it").fill("We could start on Monday.");
  await first.getByRole("button", { name: "Say it" }).click();
  await expect(second.getByText("We could start on Monday.")).toBeVisible();

  // A menu closes when the page is scrolled under it.
  await first.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await first.getByRole("button", { name: "More for this proposal" }).click();
  await first.getByRole("menuitem", { name: "Withdraw it" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
  await expect(second.getByText("Amina quillcanary has withdrawn this proposal.")).toBeVisible();
  await expect(second.getByText(/discharge medicines/)).toHaveCount(0);
  // Their own sentence is theirs to keep, or not.
  await expect(second.getByText("People who rely on a lift quillcanary.")).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "I do not need them" }).click();
  await expect(second.getByText("rely on a lift")).toHaveCount(0);

  // Closed for everybody while a colleague is offline: they are told, and keep it until they say so.
  await colleague.context.setOffline(true);
  await openPeople(first);
  await first.getByRole("button", { name: "Close this space for everybody" }).click();
  await first
    .getByRole("dialog")
    .getByRole("button", { name: "Close this space for everybody" })
    .click();
  await expect(first.getByRole("button", { name: "Take it off this device" })).toBeVisible();
  await colleague.context.setOffline(false);
  await openPeople(second);
  const takeOff = second.getByRole("button", { name: "Take it off this device" });
  await expect(takeOff).toBeVisible({ timeout: 60_000 });
  await expectAccessible(second);
  await second.getByRole("link", { name: "Back to the team" }).click();
  await expect(second.getByText(/^This team space was closed\./)).toBeVisible();
  await openPeople(second);
  await takeOff.click();
  await second.getByRole("dialog").getByRole("button", { name: "Take it off this device" }).click();
  await expect(second.getByRole("link", { name: "Make a team space" })).toBeVisible();
  await expect(second.getByText("Elm corridor")).toHaveCount(0);
});

test("an invitation opened by its address, as a QR code does, leads a new device through starting a journal to the team", async ({
  device,
  colleague,
}) => {
  const [first, second] = [device.page(), colleague.page()];
  for (const each of [device, colleague]) each.neverOnDisk("quillcanary", passphrase);
  await startJournal(first);
  await makeTeam(first);
  const addresses: string[] = [];
  await letIn(first, second, "Bronwen quillcanary", async (page, link) => {
    await page.goto(link);
    await expect(page.getByText("You are invited to a team.", { exact: false })).toBeVisible();
    await expect(page).toHaveURL(/\/join$/);
    // A reload takes the invitation, and says so: here, and where one would take it up.
    await page.reload();
    const isGone = page.getByText("An invitation was open here.", { exact: false });
    await expect(isGone).toBeVisible();
    // That there was one is all that is kept of it, beside the count of steps.
    await expect
      .poll(() => page.evaluate(() => window.history.state))
      .toEqual({ invitationWasOpen: true, lockedStep: 0 });
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByText("You are invited to a team.", { exact: false })).toBeVisible();
    await expect(isGone).toHaveCount(0);
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await beginJournal(page);
    await expect(
      page.getByRole("heading", { level: 1, name: "Join with an invitation" }),
    ).toBeVisible();
    await expect(page.getByText(/^This browser may remember the link\./)).toBeVisible();
    await expect(page.getByLabel("Invitation link")).toHaveCount(0);
  });
  await expect(second).toHaveURL(/\/team\/[\w-]+$/);
  expect(addresses.filter((address) => address.includes("#"))).toEqual([]);
  // Back leads to no address that has it either.
  await second.goBack();
  expect(new URL(second.url()).hash).toBe("");
});

test("what one answered to an ask is told to oneself after locking, and to nobody on disk", async ({
  device,
}) => {
  const page = device.page();
  device.neverOnDisk("quillcanary", passphrase);
  await startJournal(page);
  await makeTeam(page);
  await page.getByRole("link", { name: "Back to the team" }).click();
  await page.getByLabel("What keeps coming back?").fill("Charts quillcanary arrive late");
  await page.getByRole("button", { name: "Ask the team" }).click();
  await expect(page.getByText("There is 1 person in this team.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Sometimes" }).click();
  await expect(page.getByText(/^You answered: Sometimes\./)).toBeVisible();
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(lockedPage(page)).toBeVisible();
  await unlock(page);
  await visit(page, "/team");
  await page.getByRole("link", { name: /Elm corridor/ }).click();
  await expect(page.getByText(/^You answered: Sometimes\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sometimes", pressed: true })).toBeVisible();
  await page.getByRole("button", { name: "Never" }).click();
  await expect(page.getByText(/^You answered: Never\./)).toBeVisible();
  await expectAccessible(page);
});

test("two devices work apart offline and meet again: both have everything; who is removed reads nothing new", async ({
  device,
  colleague,
}) => {
  const [first, second] = [device.page(), colleague.page()];
  await startJournal(first);
  await startJournal(second);
  await meet(first, second);
  // One invitation was used: the next is shown as the first was.
  await first.getByRole("button", { name: "Make an invitation" }).click();
  const link = await first.getByLabel("Invitation link").inputValue();
  await first.getByRole("button", { name: "Close", exact: true }).click();
  // Which link it is, is told by what is no secret of it.
  const [, start = ""] = /#v1\.(.{5})/.exec(link) ?? [];
  await expect(first.getByText(`Its link has “${start}” in it.`, { exact: false })).toBeVisible();
  await writeProposal(first, "Fans before June", "We ran out by Tuesday.");
  await first.getByRole("link", { name: "Share a copy…" }).click();
  await first.getByRole("button", { name: "Share with Elm corridor" }).click();
  await expect(first.getByText("Written by Amina quillcanary")).toBeVisible();
  await second.getByRole("link", { name: /Fans before June/ }).click();
  await expect(second.getByRole("textbox", { name: "What keeps happening?" })).toHaveValue(
    "We ran out by Tuesday.",
  );

  await device.context.setOffline(true);
  await colleague.context.setOffline(true);
  await first
    .getByRole("textbox", { name: "What keeps happening?" })
    .fill("In heat, we ran out by Tuesday.");
  await second
    .getByRole("textbox", { name: "What keeps happening?" })
    .fill("We ran out by Tuesday. Families brought their own.");
  await expect(first.getByText(/^Kept on this device/).first()).toBeVisible();
  await expect(second.getByText(/^Kept on this device/).first()).toBeVisible();
  for (const page of [first, second]) {
    // Said at once, though the line that was open is told nothing; and nobody is here.
    await expect(
      page.getByText(/^Nothing has got through to the server since .* 1 change waits/),
    ).toBeVisible();
    await expect(page.getByText(/ is here$/)).toHaveCount(0);
  }
  await device.context.setOffline(false);
  await colleague.context.setOffline(false);
  for (const page of [first, second]) {
    const merged = page.getByRole("textbox", { name: "What keeps happening?" });
    await expect(merged).toHaveValue(/^In heat, .* Families brought their own\.$/, {
      timeout: 60_000,
    });
  }

  // Two tabs of one journal say something at once, and the one that exchanges ends there and then.
  const tab = await device.context.newPage();
  await tab.goto(first.url());
  await unlock(tab);
  for (const page of [first, tab]) {
    await page.getByLabel("Say something about it").fill(page === tab ? "Said here." : "And here.");
  }
  for (const page of [first, tab]) await page.getByRole("button", { name: "Say it" }).click();
  // Said, that is: a field has its words beside it, too, to grow with them.
  const saidOn = (page: Page, words: string) => page.getByRole("article").getByText(words);
  await expect(saidOn(first, "And here.")).toBeVisible();
  await first.close();
  for (const page of [tab, second]) {
    for (const words of ["Said here.", "And here."]) {
      await expect(saidOn(page, words)).toHaveCount(1, { timeout: 60_000 });
    }
  }

  await visit(tab, "/team");
  await tab.getByRole("link", { name: /Elm corridor/ }).click();
  // No row went out twice, under another number or beside another: nothing more than this is told.
  await expect(tab.locator(".space-status")).toHaveText("Everything is sent and received.");
  await visit(second, "/team");
  await second.getByRole("link", { name: /Elm corridor/ }).click();
  await expect(second.locator(".space-status")).toHaveText("Everything is sent and received.");
  await openPeople(tab);
  await tab.getByRole("button", { name: "Change Bronwen quillcanary" }).click();
  await tab.getByRole("menuitem", { name: "Remove from the team" }).click();
  await tab.getByRole("dialog").getByRole("button", { name: "Remove from the team" }).click();
  await expect(tab.getByRole("button", { name: "Change Bronwen quillcanary" })).toHaveCount(0);
  await visit(second, "/team");
  await expect(second.getByText(/no longer in this team/)).toBeVisible({ timeout: 60_000 });
  // How many are in it now is nobody's to tell here.
  await second.getByRole("link", { name: /Elm corridor/ }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Elm corridor" })).toBeVisible();
  await expect(second.getByText(/^\d (?:person|people)$/)).toHaveCount(0);
});

test("a second device of one's own gets the whole journal, and a team gets none of it", async ({
  device,
  colleague,
}) => {
  const [first, second] = [device.page(), colleague.page()];
  for (const each of [device, colleague]) each.neverOnDisk("quillcanary", passphrase);
  await startJournal(first);
  await keep(first, "Two people quillcanary waited for one wheelchair.");
  await startJournal(second);
  await keep(second, "Mine from before quillcanary.");
  await visit(first, "/settings/devices");
  await first.getByLabel("What do you call this device?").fill("Blue tablet");
  await expectAccessible(first);
  await first.getByRole("button", { name: "Link another device" }).click();
  const linking = first.getByRole("dialog", { name: "Link another device" });
  await expect(linking.getByText(/Everything in both journals will be on both/)).toBeVisible();
  const link = await linking.getByLabel("Link for your other device").inputValue();
  await linking.getByRole("button", { name: "Twelve words" }).click();
  const code = linking.getByRole("list", { name: "The same link as twelve words" });
  await expect(code.getByRole("listitem")).toHaveCount(12);
  const words = await code.getByRole("listitem").allInnerTexts();
  for (const each of [device, colleague]) each.neverOnDisk(words.join(" "), words.join("\n"));
  await expectAccessible(first);

  // Whoever opens it is told at every step what it is, and never that it is a team.
  const isNoTeam = async (page: Page) =>
    expect(page.locator("main")).not.toContainText(
      /team|facilitator|stays private|is shared here/i,
    );
  await visit(second, "/settings/devices");
  await second.getByRole("link", { name: "I have a link or twelve words" }).click();
  const field = second.getByLabel("Link or twelve words");
  await expect(second.getByRole("heading", { level: 1, name: "Link this device" })).toBeVisible();
  await isNoTeam(second);
  await field.fill(link);
  await expect(second.getByText(/Everything in both journals will be on both/)).toBeVisible();
  // Typed instead: a wrong word is told by its place, and used nothing up.
  await field.fill(words.with(4, "quillcanary").join(" "));
  await second.getByLabel(/What do/).fill("Green phone");
  await second.getByRole("button", { name: "Link this device" }).click();
  await expect(second.getByText(/not in it: word number 5\./)).toBeVisible();
  await isNoTeam(second);
  await expectAccessible(second);
  await field.fill(words.slice(1).join(" "));
  await second.getByRole("button", { name: "Link this device" }).click();
  await expect(second.getByText("Here the count is 11.", { exact: false })).toBeVisible();
  await field.fill(words.join("\n"));
  await expect(second.getByRole("heading", { level: 1, name: "Link this device" })).toBeVisible();
  await expect(second.getByText(/Everything in both journals will be on both/)).toBeVisible();
  await isNoTeam(second);
  await second.getByLabel("What do you call this device?").fill("Green phone");
  await expectAccessible(second);
  await second.getByRole("button", { name: "Link this device" }).click();
  await expect(
    second.getByText("This journal has entries already.", { exact: false }),
  ).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Both devices are mine: link them" }).click();
  await expect(second.getByRole("list", { name: "Six words to compare" })).toBeVisible();
  await expect(second).toHaveURL(/\/settings\/devices$/);
  await isNoTeam(second);
  await expectAccessible(second);

  // The dialog makes way for whoever waits.
  const wants = first.getByRole("heading", { name: "Green phone wants to be linked" });
  await expect(wants).toBeFocused();
  await expect(linking).toHaveCount(0);
  await expect(first.getByText(/everything in it comes here/)).toBeVisible();
  await expectAccessible(first);
  await first
    .getByRole("button", { name: "It is mine and the words are the same: link it" })
    .click();
  await expect(first.getByRole("button", { name: "Remove Green phone" })).toBeVisible();
  await expect(second.getByRole("button", { name: "Remove Blue tablet" })).toBeVisible();
  await isNoTeam(second);
  await visit(second, "/journal");
  await expect(second.getByText(/waited for one wheelchair/)).toBeVisible({ timeout: 60_000 });

  await visit(first, "/journal");
  await expect(first.getByText(/Mine from before/)).toBeVisible({ timeout: 60_000 });

  await visit(second, "/");
  await keep(second, "Nobody knew quillcanary where the hoist was.");
  await visit(first, "/journal");
  await expect(first.getByText(/where the hoist was/)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(first);

  // Parted again: each says so in words about devices, and keeps its journal.
  await visit(first, "/settings/devices");
  await first.getByRole("button", { name: "Remove Green phone" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Remove Green phone" }).click();
  await expect(first.getByRole("button", { name: "Remove Green phone" })).toHaveCount(0);
  await visit(second, "/settings/devices");
  await expect(second.getByText(/^This device was removed from your devices/)).toBeVisible({
    timeout: 60_000,
  });
  await isNoTeam(second);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Use this device by itself" }).click();
  await expect(second.getByLabel("What do you call this device?")).toBeVisible();
  await visit(second, "/journal");
  await expect(second.getByText(/waited for one wheelchair/)).toBeVisible();
});
