import { cleanup } from "@testing-library/react";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { daySchema } from "#core/measure/Day.ts";
import { nothingMeasured } from "#core/measure/Measuring.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Space.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { partHeading } from "#features/proposals/shared/partHeading.ts";
import { SharedProposalPage } from "#features/proposals/shared/SharedProposalPage.tsx";
import { SharePage } from "#features/proposals/shared/SharePage.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

const now = instant(1_795_358_451_000);

const show = (workspace: Workspace, path: string) =>
  showPages(workspace, path, {
    "/proposals/:id/share": <SharePage workspace={workspace} />,
    "/team/:team/proposals/:id": <SharedProposalPage workspace={workspace} />,
  });

async function makeTeam({ workspace }: OpenTab): Promise<Space> {
  const team = { kind: "team", name: "Elm corridor", myName: "Amina", server: null } as const;
  const made = await workspace.spaces.make(team);
  const space = (await workspace.spaces.list()).find(({ id }) => made.ok && id === made.value);
  if (!space) throw new Error("a space");
  return space;
}

const draft = (title: string): Proposal => ({
  ...blankProposal("p".repeat(22) as ProposalId, now),
  title,
});

async function shareOne(tab: OpenTab, { id: space, me: by }: Space): Promise<string> {
  const id = newId(tab.workspace.random) as SharedId;
  await tab.write(shareProposal(draft("Fans before June"), { id, space, by, now, excerpts: [] }));
  return `/team/${space}/proposals/${id}`;
}

const said = async (tab: OpenTab, space: Space) => {
  const { comments, thanks } = await tab.workspace.reader.shared(space.id, 0);
  return [...comments, ...thanks].map(({ text }) => text);
};

describe("a remark, a reply or thanks", () => {
  it("leaves with one press, or once more after what may identify someone was shown", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    show(tab.workspace, await shareOne(tab, space));
    const remark = page.getByRole("textbox", { name: "Say something about it" });
    await remark.fill("We could begin with the fans.");
    await page.getByRole("button", { name: "Say it" }).click();
    await expect.element(page.getByRole("article")).toHaveTextContent("begin with the fans");
    await expect.element(remark).toHaveFocus();

    await page.getByRole("button", { name: "Reply" }).click();
    const reply = page.getByRole("textbox", { name: "Reply to Amina" });
    await expect.element(reply).toHaveFocus();
    await reply.fill("Mrs Ellen Shaw waited for one.");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    const asItStands = page.getByRole("button", { name: "Reply, as it stands" });
    await expect.element(asItStands).toBeVisible();
    expect(await said(tab, space)).toEqual(["We could begin with the fans."]);
    await expectAccessible();
    // Other words are other words: they are looked at anew.
    await reply.fill("Mr Tom Okafor waited for one.");
    await expect.element(asItStands).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await asItStands.click();
    await expect.poll(() => said(tab, space)).toContain("Mr Tom Okafor waited for one.");
    await expect.element(page.getByRole("button", { name: "Reply" })).toHaveFocus();

    await page
      .getByRole("textbox", { name: "Thank somebody" })
      .fill("Mrs Ada Quince, for being candid.");
    await page.getByRole("button", { name: "Thank", exact: true }).click();
    await page.getByRole("button", { name: "Accept all suggestions" }).click();
    await page.getByRole("button", { name: "Thank, as it reads now" }).click();
    await expect.poll(() => said(tab, space)).toHaveLength(3);
    const [thanked] = (await said(tab, space)).slice(2);
    expect(thanked).toMatch(/for being candid/);
    expect(thanked).not.toMatch(/Quince/);
    await expect.element(page.getByRole("textbox", { name: "Thank somebody" })).toHaveValue("");
  });
});

describe("what is said to somebody of the team", () => {
  it("leaves with one press where it calls them by name, and not where it only speaks of that name", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    show(tab.workspace, await shareOne(tab, space));
    const thanks = page.getByRole("textbox", { name: "Thank somebody" });
    await thanks.fill("Amina, thank you for trying it.");
    await page.getByRole("button", { name: "Thank", exact: true }).click();
    await expect.poll(() => said(tab, space)).toEqual(["Amina, thank you for trying it."]);
    const remark = page.getByRole("textbox", { name: "Say something about it" });
    await remark.fill("Amina in bed four waited for a fan.");
    await page.getByRole("button", { name: "Say it" }).click();
    await expect.element(page.getByText(/^It is not said yet\./)).toBeVisible();
    await expect
      .element(page.getByRole("group", { name: "What to do with “Amina”" }))
      .toBeVisible();
    await expectAccessible();
    expect(await said(tab, space)).toHaveLength(1);
  });

  it("is shown to be looked at from its heading on, with all that can be pressed, on a phone", async () => {
    await page.viewport(390, 844);
    const tab = await openTab();
    const space = await makeTeam(tab);
    show(tab.workspace, await shareOne(tab, space));
    await page
      .getByRole("textbox", { name: "Say something about it" })
      .fill("Mrs Ellen Shaw in bed 4 waited for one, and Mr Tom Okafor did.");
    await page.getByRole("button", { name: "Say it" }).click();
    const looked = [
      page.getByText(/^It is not said yet\./),
      page.getByRole("button", { name: "Accept all suggestions" }),
      page.getByRole("button", { name: "Say it, as it stands" }),
    ];
    for (const one of looked) await expect.element(one).toBeVisible();
    const inSight = looked.map((one) => one.element().getBoundingClientRect());
    expect(inSight.every(({ top, bottom }) => top >= 0 && bottom <= 844)).toBe(true);
  });
});

describe("the preview of sharing", () => {
  it("shows no number that the shared proposal does not have, and says that they stay", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const on = v.parse(daySchema, "2026-11-03");
    const proposal: Proposal = {
      ...draft("Fans before June"),
      problem: { text: "We ran out by noon.", quotes: [] },
      measuring: {
        ...nothingMeasured,
        measures: [
          {
            id: "m",
            name: "Fans missing at noon",
            unit: "fans",
            better: "decrease",
            chart: "auto",
            target: null,
            fixFirst: null,
            screening: false,
          },
        ],
        points: [{ id: "a", measure: "m", on, value: 4711 }],
        changes: [{ id: "c", on, what: "Counted at ten", restarts: false }],
      },
    };
    await tab.write(proposal);
    show(tab.workspace, `/proposals/${proposal.id}/share`);
    const preview = page.getByRole("region", { name: "What they will see" });
    await expect.element(preview).toHaveTextContent("We ran out by noon.");
    await expect.element(preview).toHaveTextContent(/so do the numbers and the chart/);
    await expect.element(preview).not.toHaveTextContent(/4,?711|Fans missing|Counted at ten/);
    cleanup();
    show(tab.workspace, await shareOne(tab, space));
    await expect
      .element(page.getByRole("textbox", { name: "What keeps happening?" }))
      .toBeVisible();
    await expectAccessible();
  });
});

describe("where somebody is writing", () => {
  it("is told by the question as the page asks it, once something is written there", async () => {
    const tab = await openTab();
    const space = await makeTeam(tab);
    const told: (string | null)[] = [];
    const spaces = new Proxy(tab.workspace.spaces, {
      get: (target, name) =>
        name === "here"
          ? (...[id, where]: Parameters<Spaces["here"]>) => {
              told.push(where?.part ?? null);
              return target.here(id, where);
            }
          : Reflect.get(target, name),
    });
    show({ ...tab.workspace, spaces }, await shareOne(tab, space));
    const field = page.getByRole("textbox", { name: "What keeps happening?" });
    await field.click();
    await expect.poll(() => told).toEqual([null]);
    await userEvent.keyboard("W");
    await expect.poll(() => told).toEqual([null, "problem"]);
    await userEvent.click(page.getByRole("textbox", { name: "Say something about it" }));
    await userEvent.keyboard("W");
    await expect.poll(() => told).toEqual([null, "problem", null]);

    const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")];
    expect(parts).toHaveLength(4);
    for (const part of parts) {
      const heading = partHeading(part.dataset.part ?? null);
      expect(part.textContent).toContain(heading ?? "a heading");
    }
  });
});
