import type { Page } from "@playwright/test";
import { passphrase, startJournal, visit } from "./driveHeadroom.ts";
import { letIn, makeTeam, writeProposal } from "./driveTeam.ts";
import { filesHolding } from "./filesHolding.ts";
import { expect, test } from "./headroom.ts";
import { startOwnMailbox } from "./startOwnMailbox.ts";
import { testPort } from "./testPort.ts";

// Seven Chromiums are more than `npm test` has time for: `npm run prove` runs this.
test.skip(!process.env.PROVE, "a part of npm run prove");
test.setTimeout(900_000);

const port = testPort(6);
const origin = `http://localhost:${port}`;
const names = ["Bronwen", "Chidi", "Dilys", "Ewa", "Farah", "Gwen"].map(
  (name) => `${name} quillcanary`,
);
/** What each of the seven says of the proposal while there is no server. */
const remark = (at: number) => `Said apart by number ${at}, wobbledy-canary.`;
const arrives = { timeout: 120_000 };

const problem = (page: Page) => page.getByRole("textbox", { name: "What keeps happening?" });

test("seven people share, write while the server is killed, meet again with everything, remove one, and hear a voice [journeys 6, 7, 12]", async ({
  seven,
  visitor,
}) => {
  const server = await startOwnMailbox(port);
  try {
    const pages = seven.map((device) => device.page());
    const [first, ...others] = pages as [Page, ...Page[]];
    for (const device of seven) {
      device.neverOnDisk("quillcanary", "wobbledy-canary", "waited hours for their", passphrase);
    }
    for (const page of pages) await startJournal(page, {}, origin);
    await makeTeam(first);
    for (const [at, page] of others.entries()) await letIn(first, page, names[at] ?? "");

    await writeProposal(first, "Medicines at the round", "Mrs Ahmed waited hours for their lift.");
    await first.getByRole("link", { name: "Share a copy…" }).click();
    for (const name of names) {
      await expect(first.getByText(name, { exact: false }).first()).toBeVisible(arrives);
    }
    await first.getByRole("button", { name: /^Accept all/ }).click();
    await first.getByRole("button", { name: "Share with Elm corridor" }).click();
    await expect(first.getByText("Written by Amina quillcanary")).toBeVisible();
    for (const page of others) {
      await page.getByRole("link", { name: /Medicines at the round/ }).click(arrives);
      await expect(problem(page)).toHaveValue(/waited hours/);
      await expect(problem(page)).not.toHaveValue(/Ahmed/);
    }

    // No server at all: each says something, two of them change the same text at either end.
    await server.kill();
    for (const [at, page] of pages.entries()) {
      await page.getByLabel("Say something about it").fill(remark(at));
      await page.getByRole("button", { name: "Say it" }).click();
      await expect(page.getByText(remark(at))).toBeVisible();
    }
    await problem(first).fill(`At night, ${await problem(first).inputValue()}`);
    const [second] = others as [Page];
    await problem(second).fill(`${await problem(second).inputValue()} Families wait, too.`);
    for (const page of [first, second]) {
      await expect(page.getByText(/^Kept on this device/).first()).toBeVisible();
    }
    await server.restart();
    for (const page of pages) {
      for (const at of pages.keys()) await expect(page.getByText(remark(at))).toBeVisible(arrives);
      await expect(problem(page)).toHaveValue(/^At night, .* Families wait, too\.$/, arrives);
    }

    await visit(first, "/team");
    await first.getByRole("link", { name: /Elm corridor/ }).click();
    await first.getByRole("link", { name: "People", exact: true }).click();
    await first.getByRole("button", { name: `Change ${names[5]}` }).click();
    await first.getByRole("menuitem", { name: "Remove from the team" }).click();
    await first.getByRole("dialog").getByRole("button", { name: "Remove from the team" }).click();
    await expect(first.getByRole("button", { name: `Change ${names[5]}` })).toHaveCount(0);
    const [removed] = pages.slice(-1) as [Page];
    await visit(removed, "/team");
    await expect(removed.getByText(/no longer in this team/)).toBeVisible(arrives);

    // What a visitor sends is on disk once it says so: the server dies at once, and the six read it.
    await visit(first, "/team");
    await first.getByRole("link", { name: /Elm corridor/ }).click();
    await first.getByRole("link", { name: /Voices of patients/ }).click();
    await first.getByRole("button", { name: "Make a way in" }).click();
    const link = (await first.getByText(/\/voice#v1\./).textContent()) ?? "";
    const stranger = visitor.page();
    await stranger.goto(link);
    await stranger
      .getByRole("textbox", { name: "What did you notice, or what would you suggest?" })
      .fill("Two of us waited for one wobbledy-canary chair.");
    await stranger.getByRole("button", { name: "Send to Elm corridor" }).click();
    await expect(stranger.getByRole("heading", { level: 1, name: /It has arrived/ })).toBeVisible();
    await server.kill();
    await server.restart();
    for (const page of pages.slice(0, 6)) {
      await visit(page, "/team");
      await page.getByRole("link", { name: /Elm corridor/ }).click();
      await page.getByRole("link", { name: /Voices of patients/ }).click();
      await expect(page.getByRole("link", { name: /Two of us waited/ })).toBeVisible(arrives);
    }
    for (const word of ["wobbledy-canary", "quillcanary", "Elm corridor"]) {
      expect(server.folder === null ? [] : filesHolding(server.folder, word)).toEqual([]);
      expect(server.said()).not.toContain(word);
    }
  } finally {
    await server.remove();
  }
});
