import { cleanup } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Result } from "#base/Result.ts";
import { newUnsent, unsentField } from "#core/entry/unsentWords.ts";
import { withPart } from "#core/entry/withPart.ts";
import type { DraftId, ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Answer } from "#core/space/ReceivedRecord.ts";
import { sentenceMark } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { Ask } from "#core/space/SharedRecord.ts";
import type { Space } from "#core/space/Space.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { writtenApart } from "#core/space/writtenApart.ts";
import { SharedProposalPage } from "#features/proposals/shared/SharedProposalPage.tsx";
import { BringInPage } from "#features/team/BringInPage.tsx";
import { JoinPage } from "#features/team/JoinPage.tsx";
import { MakeSpacePage } from "#features/team/MakeSpacePage.tsx";
import { PeoplePage } from "#features/team/PeoplePage.tsx";
import { SpacePage } from "#features/team/SpacePage.tsx";
import { TeamPage } from "#features/team/TeamPage.tsx";
import { ThemePage } from "#features/themes/ThemePage.tsx";
import { TodayPage } from "#features/today/TodayPage.tsx";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { exampleEntry } from "../../unit/core/proposal/exampleEntry.ts";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";
import { theme as wardTheme } from "../proposals/wardJournal.ts";
import { showPages } from "../showPages.tsx";

/** Shows the places of teams at `path`, as the shell would. */
const showTeam = (
  { workspace }: OpenTab,
  path: string,
  invitation: string | null = null,
  wasInvited = false,
) =>
  showPages(workspace, path, {
    "/": <TodayPage workspace={workspace} />,
    "/team": <TeamPage workspace={workspace} />,
    "/team/new": <MakeSpacePage workspace={workspace} />,
    "/join": (
      <JoinPage workspace={workspace} invitation={invitation} wasInvited={() => wasInvited} />
    ),
    "/team/file": <BringInPage workspace={workspace} />,
    "/team/:id": <SpacePage workspace={workspace} />,
    "/team/:id/people": <PeoplePage workspace={workspace} />,
    "/team/:team/proposals/:id": <SharedProposalPage workspace={workspace} />,
  });

async function makeTeam({ workspace }: OpenTab, server: string | null = null) {
  const made = await workspace.spaces.make({
    kind: "team",
    name: "Elm corridor",
    myName: "Amina",
    server,
  });
  if (!made.ok) throw new Error(made.error.type);
  const space = (await workspace.spaces.list()).find(({ id }) => id === made.value);
  if (!space) throw new Error("a space");
  return space;
}

const askOf = (space: Space, words: string): Ask => {
  const now = instant(1_795_358_451_000);
  return {
    kind: "ask",
    id: "ask" as SharedId,
    space: space.id,
    by: space.me,
    words,
    isOpen: true,
    createdAt: now,
    editedAt: now,
    editedBy: space.me,
    deletedAt: null,
  };
};

/** As it comes out of the team's box: its id is the token of the device that gave it. */
const answerTo = (ask: Ask, token: string, says: Answer["says"]): Answer => ({
  kind: "answer",
  id: token.repeat(22) as SharedId,
  space: ask.space,
  ask: ask.id,
  says,
  serial: 0,
  createdAt: ask.createdAt,
  editedAt: ask.createdAt,
  deletedAt: null,
});

async function shareOne(tab: OpenTab, { id: space, me }: Space) {
  const id = newId(tab.workspace.random) as SharedId;
  const now = instant(1_795_358_451_000);
  const draft = { ...blankProposal("p" as ProposalId, now), title: "Fans before June" };
  await tab.write(shareProposal(draft, { id, space, by: me, now, excerpts: [] }));
  return id;
}

describe("a team that travels by file", () => {
  it("is made without a server, and says so until a file holds what was changed", async () => {
    const tab = await openTab();
    const { router } = showTeam(tab, "/team/new");
    await page.getByLabelText("What is the space called?").fill("Elm corridor");
    await page.getByLabelText("What do they call you here?").fill("Amina");
    await page.getByRole("radio", { name: "By file only" }).click();
    await expectAccessible();
    await page.getByRole("button", { name: "Make it" }).click();
    await expect.element(page.getByRole("button", { name: "Save an invitation" })).toBeVisible();
    await expectAccessible();
    const [space] = await tab.workspace.spaces.list();
    expect(space).toMatchObject({ server: null, name: "Elm corridor" });
    await router.navigate(`/team/${space?.id}`);
    await expect.element(page.getByText(/This space has no server/)).toBeVisible();
    await expect.element(page.getByText(/are not in a saved file yet/)).toBeVisible();
    // Unnamed answers need a server to mix them, and the page says so where they would be.
    await expect
      .element(page.getByRole("heading", { name: "Asks and voices need a server" }))
      .toBeVisible();
    expect(page.getByText("Does this keep coming back for you?").elements()).toEqual([]);
    expect(page.getByRole("link", { name: /Voices of patients/ }).elements()).toEqual([]);
    await expectAccessible();
    const file = await tab.workspace.spaces.exportSpace(space?.id as SpaceId);
    expect(file.ok).toBe(true);
    await expect.element(page.getByText(/saved file yet/)).not.toBeInTheDocument();
  });

  it("refuses a file that is none of ours beside the field, by keyboard alone", async () => {
    const tab = await openTab();
    showTeam(tab, "/team/file");
    const field = page.getByLabelText("File", { exact: true });
    await field.upload(new File(["Dear all"], "letter.txt"));
    await expect.element(page.getByText(/not a file of a Headroom team/)).toBeVisible();
    await expect.element(field).toHaveAttribute("aria-invalid", "true");
    await expectAccessible();
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(page.getByRole("link", { name: "Go to your teams" })).toHaveFocus();
  });
});

describe("words of one's own that had not gone out", () => {
  it("are offered where all teams are once theirs is no longer on this device, and only then", async () => {
    const tab = await openTab();
    const { vault, random } = tab.workspace;
    const space = await makeTeam(tab);
    for (const [of, text] of [
      [space.id, "Still in a team."],
      ["gone", "For a team that went."],
    ] as const) {
      const words = newUnsent(newId(random) as DraftId, instant(1_795_358_451_000));
      await vault.saveDraft(withPart(words, unsentField(of, "remark"), "", text));
    }
    showTeam(tab, "/team");
    await expect.element(page.getByText("For a team that went.")).toBeVisible();
    expect(page.getByText("Still in a team.").elements()).toEqual([]);
    await expectAccessible();
    await page.getByRole("button", { name: "Keep them in my journal" }).click();
    await expect.element(page.getByText(/^Kept on this device\./)).toBeVisible();
    await expect.element(page.getByText("For a team that went.")).not.toBeInTheDocument();
    const left = await vault.drafts();
    expect(left.ok && left.value.flatMap(({ parts }) => parts.map(({ text }) => text))).toEqual([
      "Still in a team.",
    ]);
  });

  it.each([
    ["Keep them in my journal", []],
    ["I do not need them", ["Shown.", "Added since."]],
  ] as const)(
    "loses nothing that was added to them since they were shown: %s",
    async (act, staying) => {
      const tab = await openTab();
      const { vault, random } = tab.workspace;
      const field = (record: string) => unsentField("gone", record);
      const words = newUnsent(newId(random) as DraftId, instant(1_795_358_451_000));
      const shown = withPart(words, field("first"), "", "Shown.");
      await vault.saveDraft(shown);
      showTeam(tab, "/team");
      await expect.element(page.getByText("Shown.")).toBeVisible();
      await vault.saveDraft(withPart(shown, field("second"), "", "Added since."));
      await page.getByRole("button", { name: act }).click();
      const texts = async () => {
        const left = await vault.drafts();
        return left.ok && left.value.flatMap(({ parts }) => parts.map(({ text }) => text));
      };
      if (staying.length > 0) await expect.element(page.getByText("Added since.")).toBeVisible();
      else {
        await expect.element(page.getByText(/^Kept on this device\./)).toBeVisible();
        const [id] = (await tab.workspace.reader.timeline({}, tab.workspace.mark())).ids;
        const entry = id && (await vault.open(id));
        const record = entry?.ok && entry.value.record;
        const kept = record && record.kind === "entry" && record.parts.map(({ text }) => text);
        expect(kept).toEqual(["Shown.\n\nAdded since."]);
      }
      expect(await texts()).toEqual(staying);
    },
  );

  it("are not offered where the others turn out to have them, once one is in again", async () => {
    const tab = await openTab();
    const { vault, random } = tab.workspace;
    const space = await makeTeam(tab);
    const id = await shareOne(tab, space);
    const opened = await vault.open(id);
    if (!opened.ok) throw new Error(opened.error.type);
    const { basis, record } = opened.value;
    const said = { by: space.me, part: "problem", n: 1, saw: {}, was: "", now: "It was sent." };
    const next = { ...(record as SharedProposal), problem: "It was sent.", rewritings: [said] };
    expect((await vault.save([{ basis, next }])).ok).toBe(true);
    const now = instant(1_795_358_451_000);
    const words = newUnsent(newId(random) as DraftId, now);
    const own = "It was sent.\nThis never was.";
    await vault.saveDraft(withPart(words, unsentField(space.id, id), "", own));
    showTeam(tab, `/team/${space.id}`);
    await expect.element(page.getByText("This never was.", { exact: true })).toBeVisible();
    await expect.element(page.getByText(/It was sent/)).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Keep them in my journal" }).click();
    await expect.element(page.getByText("This never was.")).not.toBeInTheDocument();
    expect(await vault.drafts()).toEqual({ ok: true, value: [] });
  });
});

describe("a name", () => {
  it("that has no more room says so beside its field", async () => {
    const tab = await openTab();
    showTeam(tab, "/team/new");
    const name = page.getByLabelText("What do they call you here?");
    await name.fill("Adjoa");
    expect(page.getByText(/all the room there is/).elements()).toEqual([]);
    await name.fill("Adjoa".repeat(16));
    await expect
      .element(page.getByText("That is all the room there is: 80 letters and spaces."))
      .toBeVisible();
    await expect.element(name).not.toHaveAttribute("aria-invalid");
    await expectAccessible();
  });
});

describe("an invitation that the page was opened with", () => {
  const secret = `${"A".repeat(22)}.${"B".repeat(43)}`;
  it.each([
    ["cut off", "#v1.AAAA", /not a whole invitation/],
    ["of a newer Headroom", `#v9.${secret}`, /made by a newer Headroom/],
  ])("%s: is told at once, with a box for another", async (_, fragment, says) => {
    const tab = await openTab();
    const { origin } = window.location;
    showTeam(tab, "/join", `${origin}/join${fragment}`);
    await expect.element(page.getByText(says)).toBeVisible();
    await expectAccessible();
    const box = page.getByLabelText("Invitation link");
    await box.fill(`${origin}/join#v1.${secret}`);
    await expect.element(page.getByText(says)).not.toBeInTheDocument();
    await expect.element(box).toBeVisible();
  });
});

describe("the page to join", () => {
  it("says that a reload took an invitation, until there is another", async () => {
    showTeam(await openTab(), "/join", null, true);
    const isGone = page.getByText(/^An invitation was open here/);
    await expect.element(isGone).toBeVisible();
    await expectAccessible();
    await page.getByLabelText("Invitation link").fill("https://somewhere");
    await expect.element(isGone).not.toBeInTheDocument();
  });

  it("speaks of one's own devices from the start where one came from them, and counts words", async () => {
    showTeam(await openTab(), "/join?for=device");
    await expect
      .element(page.getByRole("heading", { level: 1, name: "Link this device" }))
      .toBeVisible();
    expect(page.getByText(/team|stays private/i).elements()).toEqual([]);
    await page.getByLabelText("Link or twelve words").fill("abandon ".repeat(11));
    await page.getByLabelText("What do you call this device?").fill("Phone");
    await page.getByRole("button", { name: "Link this device" }).click();
    await expect.element(page.getByText(/Here the count is 11\./)).toBeVisible();
    await expectAccessible();
  });
});

describe("a file that is brought in", () => {
  it("is told what it is before anything else is asked: whole, cut off, of a newer Headroom, or of another team", async () => {
    const [ours, theirs] = [await openTab(), await openTab()];
    const space = await makeTeam(ours);
    const made = async (file: Promise<Result<Uint8Array, { readonly type: string }>>) => {
      const done = await file;
      if (!done.ok) throw new Error(done.error.type);
      return new Uint8Array(done.value);
    };
    const invitation = await made(ours.workspace.spaces.inviteByFile(space.id));
    const whole = await made(ours.workspace.spaces.exportSpace(space.id));
    showTeam(theirs, "/team/file");
    const bring = async (bytes: Uint8Array<ArrayBuffer>, says: RegExp) => {
      await page
        .getByLabelText("File", { exact: true })
        .upload(new File([bytes], "it.headroom", { type: "application/octet-stream" }));
      await expect.element(page.getByText(says)).toBeVisible();
    };
    const newer = new Uint8Array(whole);
    newer[8] = 99;
    await bring(invitation.slice(0, -20), /cut off or changed/);
    expect(page.getByLabelText("What do they call you here?").elements()).toEqual([]);
    await bring(newer, /newer Headroom/);
    await bring(whole, /belongs to a team that you are not in/);
    await expectAccessible();
    await bring(invitation, /An invitation to a team/);
    await expect.element(page.getByLabelText("What do they call you here?")).toBeVisible();
    await expectAccessible();
    expect(await theirs.workspace.spaces.list()).toEqual([]);

    cleanup();
    showTeam(ours, "/team/file");
    await bring(whole, /Nothing in this file is new/);
  });
});

describe("the people of a team", () => {
  it("learn beside the button that their only facilitator cannot leave, before anything is asked", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    showTeam(tab, `/team/${space.id}/people`);
    const leave = page.getByRole("button", { name: "Leave this team" });
    await leave.click();
    const says = page.getByRole("alert");
    await expect.element(says).toHaveTextContent(/^A team needs a facilitator/);
    expect(page.getByRole("dialog").elements()).toEqual([]);
    await expect.element(leave).toHaveFocus();
    const [button, told] = [leave.element(), says.element()].map((e) => e.getBoundingClientRect());
    expect((told?.top ?? 1e9) - (button?.bottom ?? 0)).toBeLessThan(120);
    expect((await tab.workspace.spaces.list())[0]?.state.type).toBe("open");
    await expectAccessible();
  });

  it("fit 320 px at twice the letters, and keep the focus where the names were kept", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    await page.viewport(320, 640);
    document.documentElement.style.fontSize = "200%";
    try {
      showTeam(tab, `/team/${space.id}/people`);
      const mine = page.getByLabelText("What do they call you here?");
      await mine.fill("Adjoa".repeat(15));
      const keep = page.getByRole("button", { name: "Keep the names" });
      await keep.click();
      await expect.element(page.getByRole("listitem").first()).toHaveTextContent(/AdjoaAdjoa/);
      await expect.element(keep).toHaveFocus();
      await expect.element(page.getByRole("button", { name: "Save an invitation" })).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    } finally {
      document.documentElement.style.fontSize = "";
      await page.viewport(820, 1180);
    }
  });
});

describe("words for a team", () => {
  it("that were not said yet are there after a lock, and are never offered as an entry", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const proposal = await shareOne(tab, space);
    showTeam(tab, `/team/${space.id}/proposals/${proposal}`);
    await page.getByLabelText("Say something about it").fill("We could start on Monday.");
    await page.getByLabelText("Thank somebody").fill("For being candid.");
    await tab.saveAll();
    cleanup();
    const again = await openTab(tab.journal);
    const { router } = showTeam(again, `/team/${space.id}/proposals/${proposal}`);
    await expect
      .element(page.getByLabelText("Say something about it"))
      .toHaveValue("We could start on Monday.");
    await expect.element(page.getByLabelText("Thank somebody")).toHaveValue("For being candid.");
    await page.getByRole("button", { name: "Say it" }).click();
    await expect.element(page.getByRole("article")).toHaveTextContent("We could start on Monday.");
    await expect.element(page.getByLabelText("Say something about it")).toHaveValue("");
    await router.navigate("/");
    await expect.element(page.getByLabelText("What did you notice?")).toHaveValue("");
    expect(page.getByText("For being candid.").elements()).toEqual([]);
    const drafts = await again.workspace.vault.drafts();
    expect(drafts.ok && drafts.value.map(({ parts }) => parts[0]?.text)).toEqual([
      "For being candid.",
    ]);
  });
});

describe("an ask", () => {
  it("shows how often it comes up in one's own journal, to oneself, and no results before five", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab, window.location.origin);
    const texts = [
      "The drug charts arrive late after the round.",
      "Again the drug charts arrive late.",
      "Lunch was good.",
    ];
    await tab.write(
      ...texts.map((text, day) => exampleEntry(newId(tab.workspace.random), text, day)),
    );
    await tab.write(askOf(space, "Drug charts arrive late"));
    showTeam(tab, `/team/${space.id}`);
    await expect
      .element(page.getByText(/^Only you see this: 2 entries of your journal use words like these/))
      .toBeVisible();
    await expect
      .element(
        page.getByText("Results are shown from 5 answers on. There is 1 person in this team."),
      )
      .toBeVisible();
    await expectAccessible();
  });

  it("shows its counts from the fifth answer on: a device that changed its mind is one", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab, window.location.origin);
    const ask = askOf(space, "Drug charts arrive late");
    const first = answerTo(ask, "0", "never");
    await tab.write(ask, first);
    for (const token of ["1", "2", "3"]) await tab.write(answerTo(ask, token, "often"));
    await tab.write({ ...first, says: "sometimes", serial: 1 });
    showTeam(tab, `/team/${space.id}`);
    await expect.element(page.getByText(/^Results are shown from 5 answers on/)).toBeVisible();
    expect(page.getByText(/^Often: /).elements()).toEqual([]);
    await tab.write(answerTo(ask, "4", "never"));
    await expect.element(page.getByText("Often: 3. Sometimes: 1. Never: 1.")).toBeVisible();
    expect(page.getByText(/^Results are shown from/).elements()).toEqual([]);
    await expectAccessible();
  });
});

describe("how it is with sending and receiving", () => {
  it("reads a refusal once, and says of a device that said two things that it was one, not the server", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab, window.location.origin);
    const status: Space["status"] = {
      ...space.status,
      exchange: { type: "refused", why: { type: "Quota" }, toSend: 0 },
      told: [{ at: instant(1_795_358_451_000), what: { type: "Equivocated" } }],
    };
    showPages(tab.workspace, "/", {
      "/": <SpaceStatus workspace={tab.workspace} space={{ ...space, status }} />,
    });
    await expect.element(page.getByText(/^One of the devices here has sent two/)).toBeVisible();
    const refusal = page.getByRole("alert");
    await expect.element(refusal).toBeVisible();
    expect(refusal.element().closest("[role=status]")).toBeNull();
    expect(page.getByText(/The server has shown/).elements()).toEqual([]);
  });
});

describe("a theme that a team is asked about", () => {
  const drugCharts = (tab: OpenTab) => {
    const entries = ["The drug charts arrive late again.", "Drug charts late at the round."].map(
      (text, day) => exampleEntry(newId(tab.workspace.random), text, day),
    );
    const theme = wardTheme("t1", entries, "Mrs Ellen Shaw waits for the drug chart");
    return { entries, theme };
  };
  const showBoth = (tab: OpenTab, path: string) =>
    showPages(tab.workspace, path, {
      "/themes/:id": <ThemePage workspace={tab.workspace} />,
      "/team/:id": <SpacePage workspace={tab.workspace} />,
    });

  it("begins the ask with its title, to be worded anew and looked at before it leaves; its words are in no address", async () => {
    const tab = await openTab();
    const { entries, theme } = drugCharts(tab);
    await tab.write(...entries, theme);
    const { router, path } = showBoth(tab, "/themes/t1");
    await expect.element(page.getByRole("button", { name: "Rename" })).toBeVisible();
    // In no team there is nobody to ask.
    expect(page.getByRole("link", { name: "Ask a team" }).elements()).toEqual([]);
    const space = await makeTeam(tab, window.location.origin);
    const way = page.getByRole("link", { name: "Ask a team" });
    await expect.element(way).toBeVisible();
    await expectAccessible();
    (way.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    const field = page.getByRole("textbox", { name: "What keeps coming back?" });
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveValue("Mrs Ellen Shaw waits for the drug chart");
    expect(path()).toBe(`/team/${space.id}`);
    expect(router.state.location).toMatchObject({ search: "?theme=t1", state: null });
    await expectAccessible();
    // What may identify somebody is shown first, and nothing was asked yet.
    await page.getByRole("button", { name: "Ask the team" }).click();
    await expect.element(page.getByText(/may identify/).first()).toBeVisible();
    expect(page.getByRole("listitem").filter({ hasText: "Ellen Shaw waits" }).elements()).toEqual(
      [],
    );
    await field.fill("Drug charts are late at the round");
    await page.getByRole("button", { name: "Ask the team" }).click();
    await expect
      .element(page.getByRole("heading", { name: "Drug charts are late at the round" }))
      .toBeVisible();
    await expect.element(field).toHaveValue("");
    await expect.element(field).toHaveFocus();
    expect(router.state.location.search).toBe("");
  });

  it("leaves what was begun for the team as it is, and what was emptied empty", async () => {
    const tab = await openTab();
    const { entries, theme } = drugCharts(tab);
    await tab.write(...entries, theme);
    const space = await makeTeam(tab, window.location.origin);
    showBoth(tab, `/team/${space.id}`);
    const field = page.getByRole("textbox", { name: "What keeps coming back?" });
    await field.fill("Fans are missing");
    await tab.saveAll();
    cleanup();
    showBoth(tab, `/team/${space.id}?theme=t1`);
    await expect.element(page.getByText(/^Your theme “Mrs Ellen Shaw/)).toBeVisible();
    await expect.element(field).toHaveValue("Fans are missing");
    await field.fill("");
    await expect.element(page.getByRole("button", { name: "Ask the team" })).toBeDisabled();
    await expect.element(field).toHaveValue("");
  });

  it("asks which team where there are several, and offers none that travels by file", async () => {
    const tab = await openTab();
    const { entries, theme } = drugCharts(tab);
    await tab.write(...entries, theme);
    await makeTeam(tab);
    const { path } = showBoth(tab, "/themes/t1");
    await expect.element(page.getByRole("button", { name: "Rename" })).toBeVisible();
    expect(page.getByText("Ask a team").elements()).toEqual([]);
    await makeTeam(tab, window.location.origin);
    await expect.element(page.getByRole("link", { name: "Ask a team" })).toBeVisible();
    await makeTeam(tab, window.location.origin);
    await page.getByRole("button", { name: "Ask a team" }).click();
    const teams = page.getByRole("menuitem", { name: "Elm corridor" });
    await expect.element(teams.nth(1)).toBeVisible();
    expect(teams.elements()).toHaveLength(2);
    await expectAccessible();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(page.getByLabelText("What keeps coming back?")).toHaveFocus();
    expect(path()).toMatch(/^\/team\//);
  });
});

async function twoApart() {
  const tab = await openTab();
  const space = await makeTeam(tab);
  const id = await shareOne(tab, space);
  const opened = await tab.workspace.vault.open(id);
  if (!opened.ok || opened.value.record.kind !== "shared-proposal") throw new Error("a proposal");
  const { basis, record } = opened.value;
  const change = async (next: typeof record) => {
    const saved = await tab.workspace.vault.save([{ basis, next }]);
    if (!saved.ok) throw new Error(saved.error.type);
    tab.workspace.wrote(saved.value.mark);
  };
  const bronwen = "b".repeat(43) as typeof space.me;
  const rewriting = { part: "problem", n: 1, saw: {}, was: sentenceMark("We ran out by Tuesday.") };
  // As two devices leave it that were apart: each a state from the same basis, merged by the vault.
  await change({
    ...record,
    problem: "We ran out by noon.",
    rewritings: [{ ...rewriting, by: space.me, now: "We ran out by noon." }],
  });
  await change({
    ...record,
    problem: "The ward ran out by Tuesday.",
    rewritings: [{ ...rewriting, by: bronwen, now: "The ward ran out by Tuesday." }],
  });
  showTeam(tab, `/team/${space.id}/proposals/${id}`);
  const mark = page.getByText(/two people worded the same sentence apart/);
  await expect.element(mark).toBeVisible();
  return { tab, id, space, record, mark };
}

describe("a sentence that two people wrote apart", () => {
  it("shows both versions until somebody says it reads well, and says nothing of other sentences", async () => {
    const { tab, id, space, record, mark } = await twoApart();
    await expect.element(page.getByText("We ran out by noon.", { exact: true })).toBeVisible();
    await expect
      .element(page.getByText("The ward ran out by Tuesday.", { exact: true }))
      .toBeVisible();
    // Nobody's device proves whose each is: no name stands beside it.
    expect(document.querySelector(".written-apart")?.textContent).not.toMatch(/Amina|Somebody/);
    await expectAccessible();
    // It names the field as the field is named, and leads there.
    await expect.element(mark).toHaveTextContent("What keeps happening?");
    await page.getByRole("button", { name: "Go to it in the text" }).click();
    await expect.element(page.getByLabelText("What keeps happening?")).toHaveFocus();
    await page.getByRole("button", { name: "It reads well" }).click();
    await expect.element(mark).not.toBeInTheDocument();
    await tab.saveAll();
    const after = await tab.workspace.vault.open(id);
    expect(after.ok && after.value.record).toMatchObject({
      problem: expect.stringContaining("noon"),
    });
    const left =
      after.ok && after.value.record.kind === "shared-proposal" ? after.value.record : record;
    expect(writtenApart(left.rewritings, [])).toEqual([]);

    const field = page.getByLabelText("What keeps happening?");
    await field.fill("Nobody knew whom to ask.");
    await field.fill("No one knew whom to ask.");
    await tab.saveAll();
    const written = await tab.workspace.vault.open(id);
    expect(written.ok && written.value.record).toMatchObject({
      rewritings: expect.arrayContaining([
        expect.objectContaining({ by: space.me, now: "No one knew whom to ask." }),
      ]),
    });
    expect(mark.elements()).toEqual([]);
  });

  it("puts the version that somebody chooses, or both, in place of what they became; the other is found among earlier versions", async () => {
    const { tab, id, mark } = await twoApart();
    const kept = async () => {
      await tab.saveAll();
      const opened = await tab.workspace.vault.open(id);
      return opened.ok && opened.value.record.kind === "shared-proposal"
        ? opened.value.record
        : null;
    };
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    await expect.element(button("Use this one: We ran out by noon.")).toBeVisible();
    await button("Use this one: The ward ran out by Tuesday.").click();
    await expect.element(mark).not.toBeInTheDocument();
    expect((await kept())?.problem).toBe("The ward ran out by Tuesday.");
    await page.getByRole("button", { name: "More for this proposal" }).first().click();
    await page.getByRole("menuitem", { name: "Earlier versions" }).click();
    await page.getByText("Show what it said").first().click();
    const dialog = page.getByRole("dialog");
    await expect.element(dialog.getByText("We ran out by noon.", { exact: true })).toBeVisible();
    await expectAccessible();
  });
});
