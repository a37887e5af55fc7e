import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalFields } from "#core/proposal/proposalParts.ts";
import { expectAccessible, type OpenTab, openTab, showPlace } from "./openPlace.tsx";
import { proposal, theme, ward } from "./wardJournal.ts";

const stored = async ({ workspace }: OpenTab, id: string): Promise<Proposal> => {
  const opened = await workspace.vault.open(proposal(id).id);
  if (!opened.ok || opened.value.record.kind !== "proposal") throw new Error("not stored");
  return opened.value.record;
};
const kept = () => expect.element(page.getByText("Kept on this device · just now")).toBeVisible();

test("a theme becomes a draft of the person's own sentences, each leading back to its entry", async () => {
  const tab = await openTab();
  await tab.write(...ward, theme("t1", ward, "Waiting for discharge medicines"));
  const { path } = showPlace(tab, "/proposals/new?theme=t1");
  const problem = page.getByLabelText("What keeps happening?");
  await expect.element(problem).toBeVisible();
  await expect
    .element(page.getByRole("heading", { level: 1 }))
    .toHaveTextContent("Waiting for discharge medicines");
  const text = (problem.element() as HTMLTextAreaElement).value;
  const said = ward.map((entry) => entry.parts[0]?.text ?? "");
  for (const line of text.split("\n")) expect(said.some((each) => each.includes(line))).toBe(true);
  expect(text.split("\n")).toHaveLength(4);
  expect(document.querySelectorAll(".quoted__under mark")).toHaveLength(4);

  await page.getByRole("button", { name: /^From 19 Nov/ }).click();
  await expect
    .element(page.getByRole("link", { name: "Entry of 19 November 2026" }))
    .toHaveAttribute("href", "/journal/w5");

  const idea = page.getByLabelText("What small thing could you try next week?");
  await expect.element(idea).toHaveValue("");
  await page.getByRole("button", { name: /^Use this: When Priya/ }).click();
  await expect.element(idea).toHaveValue(said[2] ?? "");
  expect(page.getByRole("button", { name: /^Use this: When Priya/ }).elements()).toHaveLength(0);
  await kept();
  expect((await stored(tab, path().split("/")[2] ?? "")).idea.quotes).toMatchObject([
    { entry: "w3" },
  ]);
  await expectAccessible();
});

test("a theme that has a draft already offers it instead of making another", async () => {
  const tab = await openTab();
  await tab.write(...ward, theme("t1", ward), proposal("p1", { theme: theme("t1", []).id }));
  const { path } = showPlace(tab, "/proposals/new?theme=t1");
  await page.getByRole("link", { name: "Open TTOs written at the round" }).click();
  await expect.element(page.getByLabelText("What keeps happening?")).toBeVisible();
  expect(path()).toBe("/proposals/p1");
});

test("from nothing it needs a title only, and what is typed is kept without being asked", async () => {
  const tab = await openTab();
  const { path } = showPlace(tab, "/proposals/new");
  await userEvent.fill(page.getByLabelText("What would you call it?"), "Chairs by the lift");
  await userEvent.keyboard("{Enter}");
  await page.getByLabelText("What keeps happening?").fill("People wait standing.");
  await kept();
  expect(await stored(tab, path().split("/")[2] ?? "")).toMatchObject({
    title: "Chairs by the lift",
    problem: { text: "People wait standing." },
  });
  expect(document.title).not.toContain("Chairs");
});

test("every folded part can be opened, written in and is kept", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1"));
  showPlace(tab, "/proposals/p1");
  await expect.element(page.getByLabelText("What keeps happening?")).toBeVisible();
  for (const summary of document.querySelectorAll("summary")) summary.click();
  await page.getByLabelText("Could anyone lose by it?").fill("The night team.");
  await page.getByLabelText("Does it need money?").selectOptions("None");
  await page.getByRole("button", { name: "Workload" }).click();
  await page.getByLabelText("What kind of project is it?").selectOptions("Service improvement");
  await page.getByRole("radio", { name: "Trying" }).click();
  await kept();
  expect(await stored(tab, "p1")).toMatchObject({
    cause: { couldLose: "The night team." },
    money: { type: "none" },
    worries: { sources: ["workload"] },
    governance: { projectType: "service-improvement" },
    stage: "developing",
  });
  await expect.element(page.getByText("Trying proposal · 4 of 10 parts")).toBeVisible();
  await expectAccessible();
});

test("every answer leaves under the question it was asked by on the form", async () => {
  const tab = await openTab();
  const answered = proposalFields.reduce(
    (now, field) => field.write(now, `Answer to ${field.key}`),
    proposal("p1"),
  );
  await tab.write(answered);
  const { router } = showPlace(tab, "/proposals/p1");
  await expect.element(page.getByLabelText("What keeps happening?")).toBeVisible();
  const asked = new Map(
    [...document.querySelectorAll("textarea")].map((box) => [
      box.value,
      box.labels[0]?.textContent ?? "",
    ]),
  );
  await router.navigate("/proposals/p1/print");
  for (const field of proposalFields) {
    const answer = page.getByText(field.read(answered), { exact: true });
    await expect.element(answer).toBeVisible();
    const question = answer.element().previousElementSibling;
    expect(question?.textContent).toBe(asked.get(field.read(answered)));
  }
});

test("people who could help are added, changed and removed", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1"));
  showPlace(tab, "/proposals/p1");
  await page.getByRole("button", { name: "Add someone who could help" }).click();
  await page.getByLabelText("Who?").fill("Ward pharmacist");
  await page.getByLabelText("What do they know or bring?").fill("the queue");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Change Ward pharmacist · the queue" }).click();
  await page.getByLabelText("Their part", { exact: true }).selectOptions("Lead");
  await expectAccessible();
  await page.getByRole("button", { name: "Done" }).click();
  await kept();
  expect((await stored(tab, "p1")).people.supporters).toMatchObject([
    { who: "Ward pharmacist", part: "lead", brings: "the queue" },
  ]);
  await page.getByRole("button", { name: /^Change Ward/ }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await kept();
  expect((await stored(tab, "p1")).people.supporters).toEqual([]);
});

test("what two tabs write at once is merged, and no typed word is lost", async () => {
  const one = await openTab();
  await one.write(proposal("p1", { problem: { text: "We wait.", quotes: [] } }));
  const two = await openTab(one.journal);
  showPlace(one, "/proposals/p1");
  const problem = page.getByLabelText("What keeps happening?");
  await expect.element(problem).toHaveValue("We wait.");

  const elsewhere = await two.workspace.vault.open(proposal("p1").id);
  if (!elsewhere.ok || elsewhere.value.record.kind !== "proposal") throw new Error("not there");
  const { record, basis } = elsewhere.value;
  await userEvent.click(problem);
  const box = problem.element() as HTMLTextAreaElement;
  box.setSelectionRange(8, 8);
  const write = two.workspace.vault.save([
    {
      basis,
      next: {
        ...record,
        problem: { text: "Every day: We wait.", quotes: [] },
        time: { ...record.time, hours: "one a week" },
      },
    },
  ]);
  await userEvent.keyboard(" For hours.");
  await write;
  await expect.element(problem).toHaveValue("Every day: We wait. For hours.");
  await userEvent.keyboard(" Standing.");
  await expect.element(problem).toHaveValue("Every day: We wait. For hours. Standing.");
  await kept();
  expect(await stored(one, "p1")).toMatchObject({
    problem: { text: "Every day: We wait. For hours. Standing." },
    time: { hours: "one a week" },
  });
});

test("what was typed a moment before locking is kept", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1"));
  showPlace(tab, "/proposals/p1");
  await page.getByLabelText("What keeps happening?").fill("Half a sentence, and the bleep");
  await tab.saveAll();
  expect((await stored(tab, "p1")).problem.text).toBe("Half a sentence, and the bleep");
});

/** The same tab on a device that is full until `makeRoom` is called. */
function fullDevice(tab: OpenTab) {
  let isFull = true;
  const { vault } = tab.workspace;
  const save: typeof vault.save = async (edits) =>
    isFull ? { ok: false, error: { type: "StorageFull" } } : vault.save(edits);
  const get = (target: typeof vault, name: string | symbol) =>
    name === "save" ? save : Reflect.get(target, name);
  return {
    tab: { ...tab, workspace: { ...tab.workspace, vault: new Proxy(vault, { get }) } },
    makeRoom: () => {
      isFull = false;
    },
  };
}

test("on a full device the words stay on screen, leaving asks first, and trying again keeps them", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1"));
  const device = fullDevice(tab);
  const { router, path } = showPlace(device.tab, "/proposals/p1");
  const problem = page.getByLabelText("What keeps happening?");
  await problem.fill("We wait for hours.");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^Your words are still here/);
  await expectAccessible();
  await router.navigate("/proposals");
  await page.getByRole("button", { name: "Stay here" }).click();
  expect(path()).toBe("/proposals/p1");
  await expect.element(problem).toHaveValue("We wait for hours.");
  device.makeRoom();
  await page.getByRole("button", { name: "Try again" }).click();
  await kept();
  expect((await stored(tab, "p1")).problem.text).toBe("We wait for hours.");
});

test("leaving right after typing keeps the words first", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1"));
  const { router, path } = showPlace(tab, "/proposals/p1");
  await page.getByLabelText("What keeps happening?").fill("One last thing");
  await router.navigate("/proposals");
  await expect.element(page.getByRole("link", { name: /TTOs written/ })).toBeVisible();
  expect(path()).toBe("/proposals");
  expect((await stored(tab, "p1")).problem.text).toBe("One last thing");
});

test("the file for others holds what was written and no source", async () => {
  const tab = await openTab();
  await tab.write(
    proposal("p1", { problem: { text: "We wait *hours*.", quotes: [] }, stage: "developing" }),
  );
  showPlace(tab, "/proposals/p1");
  const button = page.getByRole("button", { name: "Save as Markdown" });
  await expect.element(button).toBeVisible();
  const file = new Promise<Blob>((resolve) => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      URL.createObjectURL = make;
      if (object instanceof Blob) resolve(object);
      return make(object);
    };
  });
  await button.click();
  expect(await (await file).text()).toBe(
    "# TTOs written at the round\n\n**Stage:** Trying\n\n## What keeps happening\n\nWe wait \\*hours\\*.\n",
  );
});

test("an earlier version can be looked at and restored, and restoring can be taken back", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1", { problem: { text: "First words.", quotes: [] } }));
  showPlace(tab, "/proposals/p1");
  const problem = page.getByLabelText("What keeps happening?");
  await problem.fill("Second words.");
  await kept();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Earlier versions" }).click();
  await page.getByText("Show what it said").click();
  await expect.element(page.getByRole("dialog").getByText("First words.")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Restore this one" }).click();
  await expect.element(problem).toHaveValue("First words.");
  await expect.element(page.getByText(/^Restored\./)).toBeVisible();
  const versions = await tab.workspace.vault.history(proposal("p1").id);
  expect(
    versions.ok &&
      versions.value.map(({ record }) => record.kind === "proposal" && record.problem.text),
  ).toEqual(["Second words.", "First words."]);
});

test("a deleted proposal is gone from the list and comes back with Undo", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1"));
  const { path } = showPlace(tab, "/proposals/p1");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect.element(page.getByText("Nothing here yet")).toBeVisible();
  expect(path()).toBe("/proposals");
  await expectAccessible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByRole("link", { name: /TTOs written/ })).toBeVisible();
});

test("a deleted proposal lies folded at the end of the list until it is brought back from there", async () => {
  const tab = await openTab();
  await tab.write(proposal("p1", { deletedAt: proposal("p1").createdAt }), proposal("p2"));
  showPlace(tab, "/proposals");
  await page.getByText("Deleted (1)").click();
  await expect.element(page.getByText(/^They stay here for 30 days/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: /^Bring it back: TTOs written/ }).click();
  await expect.element(page.getByText("Brought back.")).toBeVisible();
  await expect.poll(() => page.getByText("Deleted (1)").elements()).toHaveLength(0);
  expect(page.getByRole("link", { name: /TTOs written/ }).elements()).toHaveLength(2);
});

test("a proposal that is not there, or an address that cannot be one, says so", async () => {
  const tab = await openTab();
  const { router } = showPlace(tab, "/proposals/nowhere");
  await expect.element(page.getByText(/^This proposal is not in this journal/)).toBeVisible();
  await router.navigate("/proposals/%3Cscript%3E");
  await expect.element(page.getByText(/^This proposal is not in this journal/)).toBeVisible();
  await expectAccessible();
});

test("the page for printing leaves blanks and sources out until they are ticked", async () => {
  const tab = await openTab();
  const quote = {
    entry: ward[0]?.id ?? proposal("x").id,
    text: "We rang pharmacy twice.",
    start: 0,
    end: 23,
    happenedAt: ward[0]?.createdAt ?? proposal("x").createdAt,
  } as Proposal["problem"]["quotes"][number];
  await tab.write(
    ...ward,
    proposal("p1", { problem: { text: "Rewritten by me.", quotes: [quote] }, linkedEntries: 5 }),
  );
  showPlace(tab, "/proposals/p1/print");
  await expect.element(page.getByText("Rewritten by me.")).toBeVisible();
  await expect.element(page.getByText("Noticed in 5 reflections.")).toBeVisible();
  expect(document.body.textContent).not.toContain("Money");
  expect(document.body.textContent).not.toContain("We rang pharmacy twice.");
  await page.getByLabelText("Add the sentences it was started from, each with its month").click();
  await expect.element(page.getByText("We rang pharmacy twice.")).toBeVisible();
  await expect.element(page.getByText("November 2026")).toBeVisible();
  await expectAccessible();
});
