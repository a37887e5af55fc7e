import type { Page } from "@playwright/test";
import { passphrase, startJournal, visit } from "./driveHeadroom.ts";
import { meet, writeProposal } from "./driveTeam.ts";
import { filesHolding } from "./filesHolding.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { hostileTexts } from "./hostileTexts.ts";
import { startOwnMailbox } from "./startOwnMailbox.ts";
import { testPort } from "./testPort.ts";

// Three browsers, a server that dies in between, and a poster on a wall.
test.setTimeout(600_000);

const port = testPort(5);
const origin = `http://localhost:${port}`;
const canary = "wheelchair wobbledy-canary";

const ending: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

const words = (page: Page) =>
  page.getByRole("textbox", { name: "What did you notice, or what would you suggest?" });
const send = (page: Page) => page.getByRole("button", { name: "Send to Elm corridor" });
const arrived = (page: Page) => page.getByRole("heading", { level: 1, name: /It has arrived/ });

/** Goes to the team's voices, by the way a person goes. */
async function toVoices(page: Page): Promise<void> {
  await visit(page, "/team");
  await page.getByRole("link", { name: /Elm corridor/ }).click();
  await page.getByRole("link", { name: /Voices of patients/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Voices" })).toBeVisible();
}

/** Makes a way in and gives its link, as it stands on the poster. */
async function makeWayIn(page: Page, question: string): Promise<string> {
  await toVoices(page);
  await page.getByLabel("Is there something you would like to ask?").fill(question);
  await page.getByRole("button", { name: "Make a way in" }).click();
  const link = page.getByText(/\/voice#v1\./);
  await expect(link).toBeVisible();
  return (await link.textContent()) ?? "";
}

test("a patient's voice: written on any phone, read by the team, and never by the server [journey 12]", async ({
  device,
  colleague,
  visitor,
}) => {
  const server = await startOwnMailbox(port);
  ending.push(server.remove);
  const [first, second, stranger] = [device.page(), colleague.page(), visitor.page()];
  for (const each of [device, colleague, visitor]) {
    each.neverOnDisk(canary, "Petronella Quince", passphrase, "We moved the chairs, canary-thanks");
  }
  await startJournal(first, {}, origin);
  await startJournal(second, {}, origin);
  await meet(first, second);
  const link = await makeWayIn(first, "What would help you while you wait?");
  expect(link).toMatch(new RegExp(`^${origin}/voice#v1\\.[\\w-]{22}\\.[\\w-]{43}$`));
  await expectAccessible(first);

  // A phone that never had the app: no journal, no lock, nothing to install, nothing kept.
  await stranger.setViewportSize({ width: 320, height: 640 });
  await stranger.goto(link);
  await expect(
    stranger.getByRole("heading", { level: 1, name: "Tell Elm corridor what you noticed" }),
  ).toBeVisible();
  expect(new URL(stranger.url()).hash).toBe("");
  await expect(stranger.getByText("What would help you while you wait?")).toBeVisible();
  await expectAccessible(stranger);
  expect(await stranger.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  // Where to write comes soon: what only matters for sending stands before Send.
  const order = stranger
    .locator("li", { hasText: "leave out names" })
    .or(words(stranger))
    .or(stranger.locator("li", { hasText: "can't be taken back" }));
  await expect(order.nth(1)).toHaveRole("textbox");
  await send(stranger).click();
  await expect(stranger.getByRole("alert")).toContainText("Please write something first");
  await words(stranger).fill(`Two people waited for one ${canary}.`);
  await stranger.getByLabel("A carer, family or friend").check();
  await stranger.getByLabel(/What may they call you/).fill("Petronella Quince");

  // No network, then no server: the words stay, and it says so.
  await visitor.context.setOffline(true);
  await send(stranger).click();
  await expect(stranger.getByRole("alert")).toContainText("Your words are still here");
  await visitor.context.setOffline(false);
  await server.kill();
  await send(stranger).click();
  await expect(stranger.getByRole("alert")).toContainText("Your words are still here");
  await expect(words(stranger)).toHaveValue(new RegExp(canary));
  await expect(arrived(stranger)).toHaveCount(0);
  await expectAccessible(stranger);
  await server.restart();
  await send(stranger).click();
  await expect(arrived(stranger)).toBeFocused();
  await expectAccessible(stranger);
  await expect(stranger.getByText(canary)).toHaveCount(0);
  expect(await visitor.context.cookies()).toEqual([]);
  const kept = await stranger.evaluate(async () => [
    localStorage.length + sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
  expect(kept).toEqual([0, 0, 0, 0]);

  // Acknowledged is on disk: the server dies at once, and the team reads it all the same.
  await server.kill();
  await server.restart();
  await toVoices(first);
  await first.getByRole("link", { name: new RegExp(canary) }).click();
  await expect(first.getByText("Petronella Quince (A carer, family or friend)")).toBeVisible();
  await expect(first.getByRole("heading", { name: "What may identify someone" })).toBeVisible();
  await expect(
    first.getByText("They were asked: What would help you while you wait?"),
  ).toBeVisible();
  await expectAccessible(first);

  // Answered: linked to what the team is trying, and thanked where the writer may see it.
  await writeProposal(first, "A chair for each bay", "There is one for two bays.");
  await first.getByRole("link", { name: "Share a copy…" }).click();
  await first.getByRole("button", { name: "Share with Elm corridor" }).click();
  await expect(first.getByText("Written by Amina quillcanary")).toBeVisible();
  await toVoices(first);
  await first.getByRole("link", { name: new RegExp(canary) }).click();
  await first.getByLabel("Which proposal answers it?").selectOption("A chair for each bay");
  await first.getByRole("button", { name: "Link it" }).click();
  await expect(first.getByRole("button", { name: "Unlink A chair for each bay" })).toBeVisible();
  await first.getByLabel("Your thanks").fill("We moved the chairs, canary-thanks to you.");
  await first.getByRole("button", { name: "Look at it once more" }).click();
  await expectAccessible(first);
  await first.getByRole("button", { name: "Show it to everybody with the link" }).click();
  await expect(first.getByRole("button", { name: "Take it off the page" })).toBeVisible();

  await toVoices(second);
  await expect(second.getByRole("heading", { name: "Answered", exact: true })).toBeVisible();
  await second.getByRole("link", { name: new RegExp(canary) }).click();
  await second.getByRole("link", { name: "A chair for each bay" }).click();
  await expect(
    second.getByRole("heading", { level: 1, name: "A chair for each bay" }),
  ).toBeVisible();
  await expect(second.getByText(new RegExp(canary))).toBeVisible();
  await expectAccessible(second);

  await expect(async () => {
    await stranger.goto("about:blank");
    await stranger.goto(link);
    await expect(stranger.getByText("We moved the chairs, canary-thanks to you.")).toBeVisible({
      timeout: 5_000,
    });
  }).toPass();
  await expectAccessible(stranger);

  // Closed again: told plainly, and what came stays.
  await visit(first, "/team");
  await toVoices(first);
  await first.getByRole("link", { name: /What would help you while you wait/ }).click();
  await first.getByRole("button", { name: "Close this way in" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Close this way in" }).click();
  await expect(first.getByText(/This way in is closed/)).toBeVisible();
  await words(stranger).fill("Too late.");
  await send(stranger).click();
  await expect(stranger.getByRole("alert")).toContainText("the team has closed this link");
  await expect(words(stranger)).toHaveValue("Too late.");
  visitor.leaveWhenAsked();
  await stranger.goto("about:blank");
  await stranger.goto(link);
  await expect(
    stranger.getByRole("heading", { level: 1, name: "This link is closed" }),
  ).toBeVisible();
  await expectAccessible(stranger);

  // The server carried all of it and can say none of it; its own words are found where these are not.
  if (server.folder !== null) expect(filesHolding(server.folder, "voiceboxes")).not.toEqual([]);
  const secrets = [canary, "Petronella Quince", "canary-thanks", "Elm corridor"];
  for (const word of [...secrets, "help you while you wait", link.split(".").at(-1) ?? ""]) {
    expect(server.folder === null ? [] : filesHolding(server.folder, word)).toEqual([]);
    expect(server.said()).not.toContain(word);
  }
});

test("a voice is written and sent by keyboard alone, and whatever it holds is text", async ({
  device,
  visitor,
}) => {
  const [page, stranger] = [device.page(), visitor.page()];
  await startJournal(page);
  await visit(page, "/team/new");
  await page.getByLabel("What is the space called?").fill("Elm corridor");
  await page.getByLabel("What do they call you here?").fill("Amina");
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("button", { name: "Make an invitation" })).toBeVisible();
  const link = await makeWayIn(page, "");
  await stranger.goto(link);
  await expect(words(stranger)).toBeVisible();

  // Every hostile text there is, in as few voices as take them.
  const voices: string[] = [""];
  for (const text of hostileTexts()) {
    const last = voices.at(-1) ?? "";
    if (last.length + text.length > 18_000) voices.push(text);
    else voices[voices.length - 1] = `${last}\n${text}`;
  }
  const some = voices.slice(0, 6);
  for (const [index, text] of some.entries()) {
    await words(stranger).fill(`Voice number ${index}.${text}`);
    await words(stranger).focus();
    await stranger.keyboard.press("Tab");
    await stranger.keyboard.press("ArrowDown");
    await expect(stranger.getByLabel("A patient")).toBeChecked();
    await stranger.keyboard.press("Tab");
    await stranger.keyboard.type("<b>Sam</b>");
    await stranger.keyboard.press("Tab");
    await expect(send(stranger)).toBeFocused();
    await stranger.keyboard.press("Enter");
    await expect(arrived(stranger)).toBeFocused();
    await stranger.keyboard.press("Tab");
    await stranger.keyboard.press("Enter");
    await expect(words(stranger)).toHaveValue("");
  }
  await toVoices(page);
  for (const index of some.keys()) {
    await page.getByRole("link", { name: new RegExp(`^Voice number ${index}\\.`) }).click();
    // The address changes before the page does: only the voice's own page has the way back.
    await expect(page.getByRole("link", { name: "All voices" })).toBeVisible();
    await expect(page.getByText(`Voice number ${index}.`).first()).toBeVisible();
    await expect(page.getByText("<b>Sam</b> (A patient)")).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, "__xss"))).toBe(undefined);
    await page.getByRole("link", { name: "All voices" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Voices" })).toBeVisible();
  }
  expect(await stranger.evaluate(() => Reflect.get(window, "__xss"))).toBe(undefined);
});

test("a link that is cut, mistyped, missing or newer says what to do, and asks no server about a key", async ({
  visitor,
}) => {
  const page = visitor.page();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const link = "/voice#v1.AAECAwQFBgcICQoLDA0ODw.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  const told = {
    "/voice": "Please open the link again",
    [link.slice(0, -3)]: "This link doesn't open anything",
    [link.replace("v1", "v7")]: "This page is too old for the link",
    [link]: "This link is closed",
  };
  for (const [address, title] of Object.entries(told)) {
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    expect(new URL(page.url()).hash).toBe("");
    await expectAccessible(page);
  }
  expect(asked.filter((url) => url.includes("/sync/") && !url.endsWith("ODw"))).toEqual([]);
});
