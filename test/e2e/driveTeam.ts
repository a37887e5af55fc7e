import type { Page } from "@playwright/test";
import { visit } from "./driveHeadroom.ts";
import { expect, expectAccessible } from "./headroom.ts";

/** Makes a team on one device and lets the other in, comparing the six words. */
export async function meet(first: Page, second: Page): Promise<void> {
  await makeTeam(first);
  await letIn(first, second, "Bronwen quillcanary");
}

/** Makes a team; its page is open then. */
export async function makeTeam(first: Page): Promise<void> {
  await visit(first, "/team");
  await expectAccessible(first);
  await first.getByRole("link", { name: "Make a team space" }).click();
  await first.getByLabel("What is the space called?").fill("Elm corridor");
  await first.getByLabel("What do they call you here?").fill("Amina quillcanary");
  await expectAccessible(first);
  await first.getByRole("button", { name: "Make it" }).click();
}

/** Pastes an invitation where one joins. */
async function pasteLink(page: Page, link: string): Promise<void> {
  await visit(page, "/join");
  await page.getByLabel("Invitation link").fill(link);
}

/**
 * From the page of the team: invites the other, who joins under `name`, and lets them in after comparing
 * the six words. `takeUp` leads the other from the link to where one joins.
 */
export async function letIn(
  first: Page,
  second: Page,
  name: string,
  takeUp: (page: Page, link: string) => Promise<void> = pasteLink,
): Promise<void> {
  await first.getByRole("button", { name: "Make an invitation" }).click();
  const link = await first.getByLabel("Invitation link").inputValue();
  await expectAccessible(first);

  await takeUp(second, link);
  await second.getByLabel("What do they call you here?").fill(name);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Join" }).click();
  const theirs = second.getByRole("list", { name: "Six words to compare" });
  await expect(theirs.getByRole("listitem")).toHaveCount(6);
  const words = await theirs.getByRole("listitem").allInnerTexts();

  // The dialog makes way for whoever waits.
  await expect(first.getByRole("heading", { name: `${name} wants to join` })).toBeFocused();
  await expect(first.getByRole("dialog")).toHaveCount(0);
  const ours = first.getByRole("list", { name: "Six words to compare" });
  await expect(ours.getByRole("listitem")).toHaveText(words);
  await expectAccessible(first);
  await first.getByRole("button", { name: "The words are the same: let in" }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Elm corridor" })).toBeVisible();
  // What was done is gone, the link with it, and the focus is where one reads on.
  await expect(first.getByRole("button", { name: `Change ${name}` })).toBeVisible();
  await expect(first.getByRole("heading", { level: 1, name: "People" })).toBeFocused();
  await expect(first.getByRole("dialog")).toHaveCount(0);
}

/** Writes a proposal of one's own and leads to the steps of sharing it. */
export async function writeProposal(page: Page, title: string, problem: string): Promise<void> {
  await visit(page, "/proposals/new");
  await page.getByRole("textbox", { name: "What would you call it?" }).fill(title);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("textbox", { name: "What keeps happening?" }).fill(problem);
  await expect(page.getByText(/^Kept on this device/).first()).toBeVisible();
}
