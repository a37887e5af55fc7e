import { cleanup } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { SharedProposalPage } from "#features/proposals/shared/SharedProposalPage.tsx";
import { BringInPage } from "#features/team/BringInPage.tsx";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

const now = instant(1_795_358_451_000);
/** What was decided about words is remembered: each test has its own. */
const otherTelling = "Mr Okafor in bed 7, NHS number 943 476 5919.";
const telling = "Mrs Patel in bed 4, NHS number 943 476 5919.";

const show = ({ workspace }: OpenTab, path: string) =>
  showPages(workspace, path, {
    "/team/file": <BringInPage workspace={workspace} />,
    "/team/:team/proposals/:id": <SharedProposalPage workspace={workspace} />,
  });

async function makeTeam({ workspace }: OpenTab, name: string) {
  const said = { kind: "team", name, myName: "Amina", server: null } as const;
  const made = await workspace.spaces.make(said);
  const space = (await workspace.spaces.list()).find(({ id }) => made.ok && id === made.value);
  if (!space) throw new Error("a space");
  return space;
}

/** A proposal that stands in a team. */
async function shareOne(tab: OpenTab, problem: string) {
  const space = await makeTeam(tab, "Elm corridor");
  const id = newId(tab.workspace.random) as SharedId;
  const blank = blankProposal("p" as ProposalId, now);
  const draft = { ...blank, title: "Fans before June", problem: { text: problem, quotes: [] } };
  const shared = shareProposal(draft, { id, space: space.id, by: space.me, now, excerpts: [] });
  await tab.write(shared);
  return shared;
}

async function sealed({ workspace }: OpenTab, shared: Awaited<ReturnType<typeof shareOne>>) {
  const made = await workspace.spaces.exportProposal(shared);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

async function choose(file: Uint8Array) {
  await page
    .getByLabelText("File", { exact: true })
    .upload(new File([new Uint8Array(file)], "it.headroom"));
}

async function look(file: Uint8Array, words: readonly string[]) {
  await choose(file);
  await page.getByLabelText("The twelve words").fill(words.join(" "));
  await page.getByRole("button", { name: "Look at it" }).click();
}

const button = (name: string | RegExp) => page.getByRole("button", { name });

describe("a proposal that is saved for somebody outside", () => {
  it("is looked at for what may identify someone, and as it will be read, before there is a file; it leaves as decided", async () => {
    const tab = await openTab();
    const shared = await shareOne(tab, telling);
    show(tab, `/team/${shared.space}/proposals/${shared.id}`);
    await button("More for this proposal").click();
    await page.getByRole("menuitem", { name: "Save as a file…" }).click();
    const dialog = page.getByRole("dialog");
    await expect.element(dialog.getByText(/may identify someone/).first()).toBeVisible();
    await expect.element(dialog.getByRole("heading", { name: "What they will see" })).toBeVisible();
    expect(dialog.getByRole("button", { name: "Save the file" }).elements()).toEqual([]);
    await expectAccessible();
    await dialog.getByRole("button", { name: "Accept all suggestions" }).click();
    const preview = () => document.querySelector(".outline-preview")?.textContent;
    await expect.poll(preview).not.toMatch(/Patel|5919/);
    await dialog.getByRole("button", { name: "Seal it" }).click();
    const list = page.getByRole("list", { name: "Twelve words that open the file" });
    await expect.element(list).toBeVisible();
    await expect.element(dialog.getByRole("button", { name: "Save the file" })).toBeVisible();
    await expectAccessible();
    // In the team nothing changed.
    const kept = await tab.workspace.vault.open(shared.id);
    expect(kept.ok && kept.value.record).toMatchObject({ problem: telling });
  });
});

describe("a proposal that comes as a file", () => {
  it("is told to be cut off before its words are asked for", async () => {
    const tab = await openTab();
    const { file } = await sealed(tab, await shareOne(tab, "Too hot."));
    show(tab, "/team/file");
    await choose(file.slice(0, 20));
    await expect.element(page.getByText(/cut off or changed/)).toBeVisible();
    expect(page.getByLabelText("The twelve words").elements()).toEqual([]);
  });

  it("is looked at before anybody else sees it, leaves as decided, and stands as brought in, not as written", async () => {
    const [ours, theirs] = [await openTab(), await openTab()];
    const into = await makeTeam(theirs, "Oak landing");
    const { file, words } = await sealed(ours, await shareOne(ours, otherTelling));
    show(theirs, "/team/file");
    await look(file, words.slice(1));
    await expect.element(page.getByText(/Here the count is 11/)).toBeVisible();
    await look(file, words.with(4, "cahs"));
    await expect.element(page.getByText(/word number 5\./)).toBeVisible();
    await look(
      file,
      words.map((word, at) => `${at + 1}. ${word}`),
    );
    // Led to what is to be looked at, not left on the button that would now bring it in.
    await expect
      .element(page.getByRole("heading", { name: "Before Oak landing sees it" }))
      .toHaveFocus();
    await expect.element(page.getByText(/Nothing of it is in a team yet/)).toBeVisible();
    await expect.element(page.getByText(/things may identify someone/)).toBeVisible();
    await expect.element(page.getByRole("heading", { name: "Fans before June" })).toBeVisible();
    await expectAccessible();
    const { spaces } = theirs.workspace;
    expect((await spaces.list()).map(({ status }) => status.toSend)).toEqual([into.status.toSend]);
    await button("Bring it into Oak landing").click();
    await button("Look at them first").click();
    await button("Accept all suggestions").click();
    await button("Bring it into Oak landing").click();
    await expect.element(page.getByText(/brought in by Amina, from a file/)).toBeVisible();
    await expect.element(page.getByText(/looked after here by Amina/)).toBeVisible();
    expect(page.getByText(/Written by/).elements()).toEqual([]);
    const problem = page.getByRole("textbox", { name: "What keeps happening?" });
    await expect.element(problem).not.toHaveValue(expect.stringContaining("943 476 5919"));
    await expectAccessible();
  });

  it("says where it is already, by whom and since when, and leads there; another copy only if wanted", async () => {
    const [ours, theirs] = [await openTab(), await openTab()];
    const shared = await shareOne(ours, "Too hot.");
    const { file, words } = await sealed(ours, shared);
    await makeTeam(theirs, "Oak landing");
    show(theirs, "/team/file");
    await look(file, words);
    await button("Bring it into Oak landing").click();
    await expect.element(page.getByText(/brought in by Amina, from a file/)).toBeVisible();
    cleanup();
    const { path } = show(theirs, "/team/file");
    await look(file, words);
    await expect
      .element(page.getByText(/^Oak landing has it already: Amina brought in a copy on/))
      .toBeVisible();
    expect(page.getByText(/Nothing of it is in a team yet/).elements()).toEqual([]);
    await expect.element(button("Bring another copy into Oak landing")).toBeVisible();
    await expectAccessible();
    await page.getByRole("link", { name: "Open it there" }).click();
    await expect.element(page.getByText(/looked after here by Amina/)).toBeVisible();
    expect(path()).toMatch(/\/proposals\//);

    cleanup();
    show(ours, "/team/file");
    await look(file, words);
    await expect
      .element(page.getByText(/^It comes from Elm corridor, and stands there/))
      .toBeVisible();
  });
});
