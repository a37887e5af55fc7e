import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { SharedProposalPage } from "#features/proposals/shared/SharedProposalPage.tsx";
import { PeoplePage } from "#features/team/PeoplePage.tsx";
import { SpacePage } from "#features/team/SpacePage.tsx";
import { TeamPage } from "#features/team/TeamPage.tsx";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

const now = instant(1_795_358_451_000);

const show = ({ workspace }: OpenTab, path: string) =>
  showPages(workspace, path, {
    "/team": <TeamPage workspace={workspace} />,
    "/team/:id": <SpacePage workspace={workspace} />,
    "/team/:id/people": <PeoplePage workspace={workspace} />,
    "/team/:team/proposals/:id": <SharedProposalPage workspace={workspace} />,
  });

async function sharedIn(tab: OpenTab) {
  const { spaces, random } = tab.workspace;
  await spaces.make({ kind: "team", name: "Elm corridor", myName: "Amina", server: null });
  const [space] = await spaces.list();
  if (!space) throw new Error("a space");
  const id = newId(random) as SharedId;
  const draft = { ...blankProposal("p" as ProposalId, now), title: "Fans before June" };
  await tab.write(shareProposal(draft, { id, space: space.id, by: space.me, now, excerpts: [] }));
  return { space, id };
}

it("a closed team that is taken off the device says first what reached nobody, and offers those words for the journal", async () => {
  const tab = await openTab();
  const { space, id } = await sharedIn(tab);
  const said = { id: newId(tab.workspace.random) as SharedId, space: space.id, by: space.me, now };
  await tab.write(writeComment({ ...said, text: "The fans are in the cellar." }, id, null));
  const { router } = show(tab, `/team/${space.id}/proposals/${id}`);
  await page.getByLabelText("Say something about it").fill("Half a remark.");
  await tab.saveAll();
  await router.navigate(`/team/${space.id}/people`);
  // The sentence of a try before does not outlive the team.
  await page.getByRole("button", { name: "Change Amina" }).click();
  await page.getByRole("menuitem", { name: /member/ }).click();
  await expect.element(page.getByText(/^A team needs a facilitator/)).toBeVisible();
  await page.getByRole("button", { name: "Close this space for everybody" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Close this space for everybody" })
    .click();
  const forget = page.getByRole("button", { name: "Take it off this device" });
  await expect.element(forget).toBeVisible();
  expect(page.getByText(/^A team needs a facilitator/).elements()).toEqual([]);
  await router.navigate(`/team/${space.id}`);
  await expect.element(page.getByText(/team space was closed/)).toBeVisible();
  await expect.element(page.getByText(/had not gone out by then/)).toBeVisible();
  expect(page.getByText(/come in again/).elements()).toEqual([]);
  await router.navigate(`/team/${space.id}/people`);
  await forget.click();
  const dialog = page.getByRole("dialog");
  await expect
    .element(dialog.getByText(/3 things that you wrote here reached nobody/))
    .toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Take it off this device" }).click();
  await expect.element(page.getByText("The fans are in the cellar.")).toBeVisible();
  await expect.element(page.getByText("Half a remark.")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Keep them in my journal" }).click();
  await expect.element(page.getByText(/^Kept on this device\./)).toBeVisible();
});

it("who changed a proposal is told while it is open, also once somebody else changed it after them", async () => {
  const tab = await openTab();
  const { space, id } = await sharedIn(tab);
  show(tab, `/team/${space.id}/proposals/${id}`);
  await expect.element(page.getByText(/Written by Amina/)).toBeVisible();
  const bo = "b".repeat(43) as typeof space.me;
  for (const [by, problem] of [
    [bo, "Too hot."],
    [space.me, "Too hot at noon."],
  ] as const) {
    const opened = await tab.workspace.vault.open(id);
    if (!opened.ok || opened.value.record.kind !== "shared-proposal") throw new Error("a proposal");
    const { basis, record } = opened.value;
    const next = { ...record, problem, editedBy: by };
    const saved = await tab.workspace.vault.save([{ basis, next, remember: true }]);
    if (!saved.ok) throw new Error(saved.error.type);
    tab.workspace.wrote(saved.value.mark);
    await expect
      .element(page.getByRole("textbox", { name: "What keeps happening?" }))
      .toHaveValue(problem);
  }
  await expect.element(page.getByText(/Written by Amina\. Changed since by/)).toBeVisible();
});
