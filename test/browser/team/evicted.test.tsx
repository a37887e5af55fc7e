import { expect, it } from "vitest";
import { cdp, page } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import { PeoplePage } from "#features/team/PeoplePage.tsx";
import { openTab } from "../proposals/openPlace.tsx";
import { showPages } from "../showPages.tsx";

it("a journal in a team, evicted by the browser while it is open, claims to keep nothing and says so; a new one begins", async () => {
  const tab = await openTab();
  const { spaces, vault, random } = tab.workspace;
  const order = { kind: "team", name: "Elm corridor", myName: "Amina", server: null } as const;
  const made = await spaces.make(order);
  if (!made.ok) throw new Error(made.error.type);
  const space = (await spaces.list()).find(({ id }) => id === made.value);
  if (!space) throw new Error("a space");
  showPages(tab.workspace, `/team/${space.id}/people`, {
    "/team/:id/people": <PeoplePage workspace={tab.workspace} />,
  });
  const name = page.getByLabelText("What is the space called?");
  await expect.element(name).toHaveValue("Elm corridor");

  await cdp().send("Storage.clearDataForOrigin", {
    origin: location.origin,
    storageTypes: "indexeddb",
  });
  const saying = {
    id: newId(random) as SharedId,
    space: space.id,
    by: space.me,
    now: instant(1_795_358_451_000),
    text: "Never kept.",
  };
  const next = writeComment(saying, "proposal" as SharedId, null);
  expect(await vault.save([{ basis: null, next }])).toMatchObject({
    ok: false,
    error: { type: "StorageRefused" },
  });
  await name.fill("Oak corridor");
  await page.getByRole("button", { name: "Keep the names" }).click();
  await expect.element(page.getByRole("alert")).toBeVisible();
  for (const failing of [spaces.nameMe(space.id, "Bo"), spaces.make(order)]) {
    expect(await failing).toMatchObject({ ok: false });
  }
  // Nothing was made again in its place, half empty.
  expect(await indexedDB.databases()).toEqual([]);

  expect((await openTab()).journal).not.toBe(tab.journal);
});
