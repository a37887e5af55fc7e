import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { Result } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import { PeoplePage } from "#features/team/PeoplePage.tsx";
import { expectAccessible, type OpenTab, openTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

function good<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

const showPeople = ({ workspace }: OpenTab, space: SpaceId) =>
  showPages(workspace, `/team/${space}/people`, {
    "/team/:id/people": <PeoplePage workspace={workspace} />,
  });

describe("somebody who calls themselves like somebody else", () => {
  it("is told to who lets them in, and numbered beside the other from then on", async () => {
    const [first, second] = [await openTab(), await openTab()];
    const ours = first.workspace.spaces;
    const theirs = second.workspace.spaces;
    const space = good(
      await ours.make({ kind: "team", name: "Elm corridor", myName: "Amina", server: null }),
    );
    const invitation = good(await ours.inviteByFile(space));
    // Another script's letter, turned round, and a number of their own.
    good(await theirs.joinByFile(invitation, "team", "\u202eАmina (1)"));
    good(await ours.takeAnswer(good(await theirs.answerFile(space))));
    showPeople(first, space);
    await expect
      .element(page.getByText(/already has a name that looks like “Аmina \(1\)”/))
      .toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "The words are the same: let in" }).click();
    const people = page.getByRole("list").getByRole("listitem");
    // As they answered, until they say it in the team themselves.
    await expect.element(people.filter({ hasText: /^Аmina \(1\) \(2\)Member/ })).toBeVisible();
    good(await theirs.importSpace(good(await ours.exportSpace(space))));
    const named = async () =>
      (await theirs.list()).flatMap(({ members }) => members.map(({ name }) => name));
    await expect.poll(named).toContain("Аmina (1)");
    good(await ours.importSpace(good(await theirs.exportSpace(space))));

    await expect.element(people.filter({ hasText: /^Amina \(1\) \(you\)Facil/ })).toBeVisible();
    await expect.element(people.filter({ hasText: /^Аmina \(1\) \(2\)Member/ })).toBeVisible();
    await expect.element(page.getByText(/numbered by who joined first/)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Change Amina (1)" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Change Аmina (1) (2)" })).toBeVisible();
    expect(page.getByText(/^Joined on /).elements()).toHaveLength(2);
    // What one calls oneself is changed as it was said, without the number.
    await expect.element(page.getByLabelText("What do they call you here?")).toHaveValue("Amina");
    await expectAccessible();
  });
});
