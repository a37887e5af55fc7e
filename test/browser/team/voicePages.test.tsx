import { cleanup } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Voice } from "#core/space/ReceivedRecord.ts";
import type { VoiceBox } from "#core/space/SharedRecord.ts";
import type { Space } from "#core/space/Space.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { beginVoiceBox } from "#core/space/voices.ts";
import { OneVoicePage } from "#features/team/voices/OneVoicePage.tsx";
import { PosterPage } from "#features/team/voices/PosterPage.tsx";
import { VoicesPage } from "#features/team/voices/VoicesPage.tsx";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

const now = instant(1_795_358_451_000);

const showVoices = ({ workspace }: OpenTab, path: string) =>
  showPages(workspace, path, {
    "/team/:id/voices": <VoicesPage workspace={workspace} />,
    "/team/:id/voices/:voice": <OneVoicePage workspace={workspace} />,
    "/team/:id/voices/in/:box": <PosterPage workspace={workspace} />,
  });

/** A team whose server is not there just now. */
async function makeTeam({ workspace }: OpenTab): Promise<Space> {
  const server = window.location.origin;
  const made = await workspace.spaces.make({ kind: "team", name: "Elm", myName: "Amina", server });
  const space = (await workspace.spaces.list()).find(({ id }) => made.ok && id === made.value);
  if (!space) throw new Error("a space");
  return space;
}

const newSharedId = ({ workspace }: OpenTab) => newId(workspace.random) as SharedId;

async function makeBox(tab: OpenTab, { id: space, me: by }: Space): Promise<VoiceBox> {
  const saying = { id: newSharedId(tab), space, by, now, text: "What would help at night?" };
  const box = beginVoiceBox(saying, await tab.workspace.spaces.voiceKeys());
  await tab.write(box);
  return box;
}

async function receive(tab: OpenTab, box: VoiceBox, text: string, asideAt: Voice["asideAt"]) {
  const voice: Voice = {
    kind: "voice",
    id: newSharedId(tab),
    space: box.space,
    box: box.id,
    text,
    name: "\u202eSam",
    from: "carer",
    asideAt,
    createdAt: now,
    editedAt: now,
    deletedAt: null,
  };
  await tab.write(voice);
  return voice;
}

const boxesOf = async ({ workspace }: OpenTab, space: Space) => {
  const { voiceBoxes } = await workspace.reader.shared(space.id, 0);
  return voiceBoxes.map(({ question }) => question);
};

describe("the voices of a team", () => {
  it("stand by what became of them, and say what is to be done for each", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const box = await makeBox(tab, space);
    await receive(tab, box, "Nobody told us about the wait.", null);
    await receive(tab, box, "Put aside by the team.", now);
    showVoices(tab, `/team/${space.id}/voices`);
    await expect.element(page.getByRole("heading", { name: "Not answered yet" })).toBeVisible();
    await expect.element(page.getByText("Nobody told us about the wait.")).toBeVisible();
    await expect.element(page.getByText("Put aside by the team.")).not.toBeVisible();
    await expect.element(page.getByText(/^Sam \(/).first()).toBeVisible();
    await expect.element(page.getByText("What would help at night?")).toBeVisible();
    await expectAccessible();
    await page.getByRole("link", { name: /Nobody told us/ }).click();
    await page.getByRole("button", { name: "Set aside" }).click();
    await expect.element(page.getByRole("button", { name: "Take it up again" })).toBeVisible();
    await expectAccessible();
  });

  it("are copied for others to read only after somebody was asked about what may identify someone", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const text = "Mrs Ada Quince in bed 4 waited all night.";
    const voice = await receive(tab, await makeBox(tab, space), text, null);
    showVoices(tab, `/team/${space.id}/voices/${voice.id}`);
    await page.getByRole("button", { name: "Copy it as it reads here" }).click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "Look at them first" }).click();
    expect(page.getByText(/^Copied|did not allow copying/).elements()).toEqual([]);
    await page.getByRole("button", { name: "Copy it as it reads here" }).click();
    await page.getByRole("button", { name: "Leave them as they are" }).click();
    await expect.element(page.getByText(/^Copied|did not allow copying/)).toBeVisible();
  });
});

describe("a proposal that answers a voice", () => {
  it("is linked and unlinked by keyboard, which goes on from the heading of the page", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const voice = await receive(tab, await makeBox(tab, space), "The bell is too loud.", null);
    const draft = { ...blankProposal("p".repeat(22) as ProposalId, now), title: "A softer bell" };
    const sharing = { id: newSharedId(tab), space: space.id, by: space.me, now, excerpts: [] };
    await tab.write(shareProposal(draft, sharing));
    showVoices(tab, `/team/${space.id}/voices/${voice.id}`);
    const heading = page.getByRole("heading", { level: 1 });
    await page.getByLabelText("Which proposal answers it?").selectOptions("A softer bell");
    (page.getByRole("button", { name: "Link it" }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    const unlink = page.getByRole("button", { name: /Unlink/ });
    await expect.element(unlink).toBeVisible();
    await expect.element(heading).toHaveFocus();
    (unlink.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(unlink).not.toBeInTheDocument();
    await expect.element(heading).toHaveFocus();
  });
});

describe("what a poster asks", () => {
  it("is checked before it hangs anywhere, and is there again after a lock", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    showVoices(tab, `/team/${space.id}/voices`);
    const field = () =>
      page.getByRole("textbox", { name: "Is there something you would like to ask?" });
    const make = () => page.getByRole("button", { name: "Make a way in" });
    await field().fill("What would have helped Mrs Ada Quince?");
    await make().click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "Look at them first" }).click();
    expect(await boxesOf(tab, space)).toEqual([]);
    await tab.saveAll();
    cleanup();

    const again = await openTab(tab.journal);
    showVoices(again, `/team/${space.id}/voices`);
    await expect.element(field()).toHaveValue("What would have helped Mrs Ada Quince?");
    await field().fill("What would have helped you at night?");
    await make().click();
    await expect.element(page.getByRole("heading", { level: 1 })).not.toHaveTextContent("Voices");
    expect(await boxesOf(again, space)).toEqual(["What would have helped you at night?"]);
  });

  it("may be nothing: then there is nothing to look at", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    showVoices(tab, `/team/${space.id}/voices`);
    await page.getByRole("button", { name: "Make a way in" }).click();
    await expect.element(page.getByRole("heading", { level: 1 })).not.toHaveTextContent("Voices");
    expect(await boxesOf(tab, space)).toEqual([""]);
  });
});

describe("thanks in public", () => {
  it("that were not given yet are there after a lock, and are asked about before they are", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const box = await makeBox(tab, space);
    const voice = await receive(tab, box, "We waited.", null);
    const place = `/team/${space.id}/voices/${voice.id}`;
    showVoices(tab, place);
    await page.getByLabelText("Your thanks").fill("Thank you, Mrs Ada Quince.");
    await tab.saveAll();
    cleanup();
    const again = await openTab(tab.journal);
    showVoices(again, place);
    const thanks = page.getByLabelText("Your thanks");
    await expect.element(thanks).toHaveValue("Thank you, Mrs Ada Quince.");
    await page.getByRole("button", { name: "Look at it once more" }).click();
    await expect
      .element(page.getByRole("heading", { name: "What in your thanks may identify someone" }))
      .toBeVisible();
    const headings = page
      .getByRole("heading")
      .elements()
      .map(({ textContent }) => textContent);
    expect(new Set(headings).size).toBe(headings.length);
    await page.getByRole("button", { name: "Show it to everybody with the link" }).click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("button", { name: "Leave them as they are" }).click();
    await expect.element(page.getByText(/^Amina, \d{1,2} [A-Z][a-z]+$/)).toBeVisible();
    await expectAccessible();
  });
});
