import { cleanup, render } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Result } from "#base/Result.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import { hideRemark } from "#core/space/hideRemark.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { sentenceMark } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import { shareProposal, withdrawProposal } from "#core/space/shareProposal.ts";
import { SharedProposalPage } from "#features/proposals/shared/SharedProposalPage.tsx";
import { SpacePage } from "#features/team/SpacePage.tsx";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";

const now = instant(1_795_358_451_000);

function good<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

const show = (tab: OpenTab, space: SpaceId, proposal: SharedId) =>
  showAt(tab, `/team/${space}/proposals/${proposal}`);

function showAt({ workspace }: OpenTab, path: string) {
  cleanup();
  const router = createMemoryRouter(
    [
      { path: "/team/:team/proposals/:id", element: <SharedProposalPage workspace={workspace} /> },
      { path: "/team/:id", element: <SpacePage workspace={workspace} /> },
      { path: "*", element: <h1>Elsewhere</h1> },
    ],
    { initialEntries: [path] },
  );
  render(
    <ReadingProvider workspace={workspace}>
      <main>
        <RouterProvider router={router} />
      </main>
    </ReadingProvider>,
  );
}

/** Lets a second device into a team that travels by file. */
async function letIn(tab: OpenTab, space: SpaceId, name: string): Promise<OpenTab> {
  const colleague = await openTab();
  await letInto(colleague, tab, space, name);
  return colleague;
}

async function letInto(colleague: OpenTab, tab: OpenTab, space: SpaceId, name: string) {
  const [ours, theirs] = [tab.workspace.spaces, colleague.workspace.spaces];
  good(await theirs.joinByFile(good(await ours.inviteByFile(space)), "team", name));
  good(await ours.takeAnswer(good(await theirs.answerFile(space))));
  const [invitation] = await ours.invitations(space);
  if (!invitation) throw new Error("an invitation");
  good(await ours.admit(space, invitation.id));
  good(await theirs.importSpace(good(await ours.exportSpace(space))));
}

/** A team with one shared proposal, on the device of its facilitator. */
async function shareOne() {
  const tab = await openTab();
  const team = { kind: "team", name: "Elm corridor", myName: "Amina", server: null } as const;
  const space = good(await tab.workspace.spaces.make(team));
  const me = await meIn(tab, space);
  const id = newId(tab.workspace.random) as SharedId;
  const draft = { ...blankProposal("p" as ProposalId, now), title: "Fans before June" };
  await tab.write(shareProposal(draft, { id, space, by: me, now, excerpts: [] }));
  return { tab, space, me, id };
}

async function meIn({ workspace }: OpenTab, space: SpaceId): Promise<MemberId> {
  const found = (await workspace.spaces.list()).find(({ id }) => id === space);
  if (!found) throw new Error("a space");
  return found.me;
}

async function change(tab: OpenTab, id: SharedId, next: (at: SharedProposal) => SharedProposal) {
  const { record, basis } = good(await tab.workspace.vault.open(id));
  if (record.kind !== "shared-proposal") throw new Error("a proposal");
  const saved = good(await tab.workspace.vault.save([{ basis, next: next(record) }]));
  tab.workspace.wrote(saved.mark);
}

async function kept(tab: OpenTab, id: SharedId): Promise<SharedProposal> {
  await tab.saveAll();
  const { record } = good(await tab.workspace.vault.open(id));
  if (record.kind !== "shared-proposal") throw new Error("a proposal");
  return record;
}

async function say(tab: OpenTab, space: SpaceId, about: SharedId, text: string) {
  const id = newId(tab.workspace.random) as SharedId;
  const saying = { id, space, by: await meIn(tab, space), now, text };
  await tab.write(writeComment(saying, about, null));
  return id;
}

const button = (name: string | RegExp) => page.getByRole("button", { name });
const problem = () => page.getByRole("textbox", { name: "What keeps happening?" });

describe("what is written where all of a team reads along", () => {
  it("is told quietly, under its question, when it may identify someone, and is reworded only if one decides so", async () => {
    const { tab, space, id } = await shareOne();
    show(tab, space, id);
    await problem().fill("The fans ran out by noon.");
    await tab.saveAll();
    expect(page.getByText(/may identify someone/).elements()).toEqual([]);
    await problem().fill("Mrs Ellen Shaw waited for a fan.");
    await expect
      .element(page.getByText("1 thing may identify someone: “Mrs Ellen Shaw”."))
      .toBeVisible();
    // It takes nothing from whoever writes on.
    await expect.element(problem()).toHaveFocus();
    await expectAccessible();
    await userEvent.keyboard(" All day.");
    expect((await kept(tab, id)).problem).toBe("Mrs Ellen Shaw waited for a fan. All day.");
    await button("Look at it").click();
    const dialog = page.getByRole("dialog", { name: "Before more people read it" });
    await dialog.getByRole("button", { name: "Accept all suggestions" }).click();
    await expectAccessible();
    await dialog.getByRole("button", { name: "Put it in as decided" }).click();
    await expect.element(problem()).toHaveValue("A patient waited for a fan. All day.");
    await expect.element(page.getByText(/may identify someone/)).not.toBeInTheDocument();
    expect((await kept(tab, id)).problem).toBe("A patient waited for a fan. All day.");
  });
});

describe("who wrote a shared proposal", () => {
  it("is who shared it, and whoever is proved to have changed it since", async () => {
    const { tab, space, id } = await shareOne();
    const colleague = await letIn(tab, space, "Bronwen");
    const [ours, theirs] = [tab.workspace.spaces, colleague.workspace.spaces];
    show(tab, space, id);
    await expect.element(page.getByText("Written by Amina", { exact: true })).toBeVisible();
    const bronwen = await meIn(colleague, space);
    await change(colleague, id, (at) => ({ ...at, idea: "Two more fans.", editedBy: bronwen }));
    good(await ours.importSpace(good(await theirs.exportSpace(space))));
    const since = page.getByText("Written by Amina. Changed since by Bronwen", { exact: true });
    await expect.element(since).toBeVisible();
    await expectAccessible();
  });
});

describe("supporting a shared proposal", () => {
  it("takes one press and says what one brings", async () => {
    const { tab, space, id } = await shareOne();
    show(tab, space, id);
    await button("I support this").click();
    await expect.element(page.getByLabelText("Who?")).toHaveValue("Amina");
    await page.getByLabelText("What do they know or bring?").fill("Two hours on Mondays");
    await button("Done").click();
    await expect.element(button("Change Amina · Two hours on Mondays")).toBeVisible();
    expect(button("I support this").elements()).toEqual([]);
    expect((await kept(tab, id)).people.supporters).toMatchObject([
      { who: "Amina", part: "supporter", brings: "Two hours on Mondays" },
    ]);
    await expectAccessible();
  });
});

describe("[A7] a remark that a facilitator hid", () => {
  it("is not shown to others, says so to whoever said it, is found in the history, and comes back", async () => {
    const { tab, space, me, id } = await shareOne();
    const colleague = await letIn(tab, space, "Bronwen");
    const [ours, theirs] = [tab.workspace.spaces, colleague.workspace.spaces];
    const remark = await say(colleague, space, id, "Mrs Shaw in bed four said so.");
    good(await ours.importSpace(good(await theirs.exportSpace(space))));

    show(tab, space, id);
    await expect.element(page.getByText("Mrs Shaw in bed four said so.")).toBeVisible();
    await button("Hide it").click();
    await expect.element(page.getByText(/^Hidden by a facilitator/)).toBeVisible();
    await expectAccessible();
    expect(await kept(tab, id)).toMatchObject({ hidden: [remark], editedBy: me });
    const own = await say(tab, space, id, "One of mine.");
    await change(tab, id, (at) => hideRemark(at, own, true, { by: me }));

    // Not the facilitator's device: the words came and stay, one's own are told to be hidden.
    good(await theirs.importSpace(good(await ours.exportSpace(space))));
    show(colleague, space, id);
    await expect.element(page.getByText(/^A facilitator hid this remark\. You and/)).toBeVisible();
    await expect.element(page.getByText("Mrs Shaw in bed four said so.")).toBeVisible();
    await expect
      .element(page.getByText("A facilitator hid this remark.", { exact: true }))
      .toBeVisible();
    expect(page.getByText("One of mine.").elements()).toEqual([]);
    expect(button(/^Hide it|^Show it again/).elements()).toEqual([]);
    expect((await theirs.list()).flatMap(({ status }) => status.told)).toEqual([]);
    await expectAccessible();

    show(tab, space, id);
    await button("Show it again").first().click();
    await expect.poll(async () => (await kept(tab, id)).hidden).toHaveLength(1);
    await button("More for this proposal").click();
    await page.getByRole("menuitem", { name: "Earlier versions" }).click();
    await expect.element(page.getByText("2 remarks were hidden then.")).toBeVisible();
  });
});

describe("withdrawing", () => {
  it("offers to save a copy first, with what others wrote in it, past what may identify someone", async () => {
    const { tab, space, id } = await shareOne();
    await change(tab, id, (at) => ({ ...at, idea: "Ask Mrs Ellen Shaw for two fans." }));
    const amina = { id: "s", who: "Amina", part: "supporter", brings: "" } as const;
    await change(tab, id, (at) => ({ ...at, people: { ...at.people, supporters: [amina] } }));
    show(tab, space, id);
    await button("More for this proposal").click();
    await page.getByRole("menuitem", { name: "Withdraw it" }).click();
    // Who supports it is known to everybody in the team: told once, and nothing to be decided.
    await expect.element(page.getByText("The copy names people of the team: Amina.")).toBeVisible();
    await expect.element(page.getByText(/^1 thing may identify someone\./)).toBeVisible();
    await expectAccessible();
    const made = vi.spyOn(URL, "createObjectURL");
    try {
      await button("Accept all suggestions").click();
      await button("Save a copy first").click();
      await expect.poll(() => made.mock.calls.length).toBe(1);
      const [[file] = []] = made.mock.calls;
      if (!(file instanceof File)) throw new Error("a file");
      expect(file.name).toMatch(/^proposal-.*\.md$/);
      const text = await file.text();
      expect(text).toContain("Fans before June");
      expect(text).toMatch(/Ask .* for two fans/);
      expect(text).not.toMatch(/Shaw/);
    } finally {
      made.mockRestore();
    }
    // A copy is not a withdrawal: that is pressed by itself.
    expect((await kept(tab, id)).withdrawnAt).toBeNull();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
    await expect.element(page.getByText("Amina has withdrawn this proposal.")).toBeVisible();
    expect(await kept(tab, id)).toMatchObject({ idea: "", title: "" });
    // Who withdraws has their own, and a copy: nothing is set aside for them.
    expect(good(await tab.workspace.vault.drafts())).toEqual([]);
    expect(page.getByText(/^This is what you wrote here/).elements()).toEqual([]);
  });
});

describe("who was removed", () => {
  it("is told how much of theirs had not gone out, and is offered it once they are in again", async () => {
    const { tab, space, id } = await shareOne();
    const colleague = await letIn(tab, space, "Bronwen");
    const [ours, theirs] = [tab.workspace.spaces, colleague.workspace.spaces];
    await say(colleague, space, id, "Said in time.");
    good(await ours.importSpace(good(await theirs.exportSpace(space))));
    const bronwen = await meIn(colleague, space);
    await say(colleague, space, id, "Said while apart.");
    good(await ours.remove(space, bronwen));
    const told = await theirs.importSpace(good(await ours.exportSpace(space)));
    expect(told).toMatchObject({ ok: false, error: { type: "Removed" } });
    showAt(colleague, `/team/${space}`);
    await expect
      .element(page.getByText(/You were removed.*1 change that you made here had not gone out/))
      .toBeVisible();
    await expectAccessible();
    // Which one it was stands where it was said.
    show(colleague, space, id);
    await expect
      .element(page.getByRole("article").filter({ hasText: "Said while apart." }))
      .toHaveTextContent(/Not sent: only this device has it\./);
    await expect
      .element(page.getByRole("article").filter({ hasText: "Said in time." }))
      .not.toHaveTextContent(/Not sent/);
    await expectAccessible();
    await letInto(colleague, tab, space, "Bronwen");
    showAt(colleague, `/team/${space}`);
    await expect.element(page.getByText(/^1 change that you made here before/)).toBeVisible();
    await expect.element(page.getByText("Said while apart.")).toBeVisible();
    await expectAccessible();
    await button("Keep them in my journal").click();
    await expect.element(page.getByRole("link", { name: "Open it" })).toBeVisible();
    expect(page.getByText(/^1 change that you made here before/).elements()).toEqual([]);
  });
});

describe("a colleague who has it open when it is withdrawn", () => {
  it("is offered what they worded and what they had not said yet, once, to keep in their journal", async () => {
    const { tab, space, me, id } = await shareOne();
    const colleague = await letIn(tab, space, "Bronwen");
    const [ours, theirs] = [tab.workspace.spaces, colleague.workspace.spaces];
    await change(tab, id, (at) => ({ ...at, problem: "We ran out by noon." }));
    good(await theirs.importSpace(good(await ours.exportSpace(space))));
    show(colleague, space, id);
    await problem().fill("We ran out by noon. We borrowed two from the clinic.");
    await page
      .getByRole("textbox", { name: "What small thing could you try next week?" })
      .fill("Fill the cupboard on Sundays.");
    await page
      .getByRole("textbox", { name: "Say something about it" })
      .fill("Half a remark, not said");
    await colleague.saveAll();
    await change(tab, id, (at) => withdrawProposal(at, me, instant(now + 1)));
    good(await theirs.importSpace(good(await ours.exportSpace(space))));

    const offer = page.getByText(/^This is what you wrote here/);
    await expect.element(offer).toBeVisible();
    // It is at no stage any more.
    expect(page.getByText(/shared by/).elements()).toEqual([]);
    await expect.element(page.getByText("Fill the cupboard on Sundays.")).toBeVisible();
    await expect.element(page.getByText("Half a remark, not said")).toBeVisible();
    await expect.element(page.getByText("We borrowed two from the clinic.")).toBeVisible();
    // What the other wrote is withdrawn, in the same field, too.
    expect(page.getByText(/We ran out by noon/).elements()).toEqual([]);
    await expectAccessible();
    // Not kept yet: a page that is opened again still has them.
    show(colleague, space, id);
    await button("Keep them in my journal").click();
    await expect.element(page.getByText(/^Kept on this device\./)).toBeVisible();
    await expect.element(offer).not.toBeInTheDocument();
    const { ids } = await colleague.workspace.reader.timeline({}, colleague.workspace.mark());
    expect(ids).toHaveLength(1);
    expect(good(await colleague.workspace.vault.drafts())).toEqual([]);
    show(colleague, space, id);
    await expect.element(page.getByText("Amina has withdrawn this proposal.")).toBeVisible();
    expect(offer.elements()).toEqual([]);
  });
});

describe("two wordings of one sentence", () => {
  it("are both kept, one after the other, by one press", async () => {
    const { tab, space, me, id } = await shareOne();
    const { record, basis } = good(await tab.workspace.vault.open(id));
    if (record.kind !== "shared-proposal") throw new Error("a proposal");
    const rewriting = { part: "problem", n: 1, saw: {}, was: sentenceMark("We ran out.") };
    const wordings = [
      [me, "We ran out by noon."],
      ["b".repeat(43) as MemberId, "The ward ran out by Tuesday."],
    ] as const;
    // As two devices leave it that were apart: each from the same basis, merged by the vault.
    for (const [by, text] of wordings) {
      const next = { ...record, problem: text, rewritings: [{ ...rewriting, by, now: text }] };
      tab.workspace.wrote(good(await tab.workspace.vault.save([{ basis, next }])).mark);
    }
    show(tab, space, id);
    await button("Keep both, one after the other").click();
    await expect.element(page.getByText(/worded the same sentence apart/)).not.toBeInTheDocument();
    const { problem: text } = await kept(tab, id);
    expect([
      "We ran out by noon. The ward ran out by Tuesday.",
      "The ward ran out by Tuesday. We ran out by noon.",
    ]).toContain(text);
  });
});
