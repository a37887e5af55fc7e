import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import {
  expectAccessible,
  expectDraft,
  openTab,
  showNotebook,
  storedDrafts,
} from "../notebook/openNotebook.tsx";

const model = () => page.getByRole("combobox", { name: "Model" });
const box = (name: string) => page.getByRole("textbox", { name, exact: true });

const ownModels = async (workspace: Workspace): Promise<readonly OwnModel[]> =>
  (await workspace.reader.ownModels(workspace.mark())).filter((own) => own.deletedAt === null);

/** Keeps a model of these questions and waits until it is listed. */
async function makeModel(workspace: Workspace, name: string, questions: readonly string[]) {
  const shown = showNotebook(workspace, "/reflect/models/new");
  await userEvent.type(box("Name"), name);
  for (const [at, question] of questions.entries()) {
    if (at > 0) await page.getByRole("button", { name: "Add a question" }).click();
    await userEvent.type(box("Short title").nth(at), question);
  }
  await page.getByRole("button", { name: "Keep" }).click();
  await expect.element(page.getByRole("heading", { name })).toBeVisible();
  // A message lies over the foot of the page until it is dismissed.
  await page.getByRole("button", { name: "Dismiss" }).click();
  return shown;
}

describe("writing with a model", () => {
  test("words from Today come along to where the model asks what happened", async () => {
    const { workspace } = await openTab();
    const shown = showNotebook(workspace, "/");
    await userEvent.type(box("What did you notice?"), "The scanner was down.");
    await page.getByRole("link", { name: "Gibbs cycle" }).click();
    await expect.element(box("Description")).toHaveValue("The scanner was down.");
    expect(shown.where()).toMatch(/^\/reflect\/gibbs\?draft=[\w-]{22}$/);
    await expect.element(box("Description")).toHaveFocus();
    await expectAccessible();
    await userEvent.type(box("Feelings"), "Cross.");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByText("Kept on this device.")).toBeVisible();
    await expect.element(box("Feelings")).toHaveValue("");
    await page.getByRole("link", { name: "Open it" }).click();
    await expect.element(page.getByRole("heading", { name: "Feelings" })).toBeVisible();
    await expect.element(page.getByText("The scanner was down.")).toBeVisible();
    await expect.element(page.getByText("2 of 6 parts")).toBeVisible();
  });

  test("switching there and back leaves every word where it was", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/reflect/gibbs");
    await userEvent.type(box("Description"), "A");
    await userEvent.type(box("Analysis"), "B");
    await model().selectOptions("After action review");
    await expect.element(page.getByRole("heading", { name: "After action review" })).toBeVisible();
    await expect.element(box("What was expected")).toHaveValue("");
    await expect.element(box("Analysis")).toHaveValue("B");
    await userEvent.type(box("What was expected"), "C");
    await model().selectOptions("Gibbs cycle");
    await expect.element(page.getByRole("heading", { name: "Gibbs cycle" })).toBeVisible();
    await expect.element(box("Description")).toHaveValue("A");
    await expect.element(box("Analysis")).toHaveValue("B");
    await expect.element(box("What was expected")).toHaveValue("C");
  });

  test("a draft goes on where it was left", async () => {
    const { workspace } = await openTab();
    const first = showNotebook(workspace, "/reflect/what");
    await userEvent.type(box("So what?"), "It matters.");
    await expectDraft(workspace, "It matters.");
    first.unmount();
    showNotebook(workspace, "/reflect/what");
    await expect.element(box("So what?")).toHaveValue("It matters.");
  });

  test("a model that is not there says so and leads on", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/reflect/no-such-model");
    await expect
      .element(page.getByRole("heading", { level: 1 }))
      .toHaveTextContent("no such model");
    await page.getByRole("link", { name: "See all models" }).click();
    await expect.element(page.getByRole("link", { name: /Gibbs cycle/ })).toBeVisible();
    await expectAccessible();
  });
});

describe("models of one's own", () => {
  test("are made with questions in an order of buttons, and written with", async () => {
    const { workspace } = await openTab();
    const shown = await makeModel(workspace, "After nights", ["Sleep", "Team", "Next time"]);
    await page.getByRole("link", { name: /^Change/ }).click();
    await page.getByRole("button", { name: "Move question 3 up" }).click();
    await page.getByRole("button", { name: "Remove question 1" }).click();
    await expectAccessible();
    await page.getByRole("button", { name: "Keep" }).click();
    await expect
      .poll(async () => (await ownModels(workspace))[0]?.parts.map((part) => part.title))
      .toEqual(["Next time", "Team"]);
    await page.getByRole("link", { name: /^Write with it/ }).click();
    await userEvent.type(box("Team"), "Held together.");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByText("Kept on this device.")).toBeVisible();
    const keptParts = async () => {
      const [id] = (await workspace.reader.timeline({}, workspace.mark())).ids;
      return id ? (await workspace.reader.entry(id, workspace.mark()))?.parts : null;
    };
    await expect
      .poll(keptParts)
      .toEqual([{ part: expect.stringMatching(/./), label: "Team", text: "Held together." }]);
    expect(shown.where()).toMatch(/^\/reflect\/[\w-]{22}/);
  });

  test("that are deleted may be brought back, and their entries keep the questions", async () => {
    const { workspace } = await openTab();
    const shown = await makeModel(workspace, "Short lived", ["Only question"]);
    await page.getByRole("link", { name: /^Write with it/ }).click();
    await userEvent.type(box("Only question"), "Answer.");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByText("Kept on this device.")).toBeVisible();
    await shown.router.navigate("/reflect/models");
    await page.getByRole("link", { name: /^Change/ }).click();
    await page.getByRole("button", { name: "Delete this model" }).click();
    await expect.poll(async () => (await ownModels(workspace)).length).toBe(0);
    const { ids } = await workspace.reader.timeline({}, workspace.mark());
    await shown.router.navigate(`/journal/${ids[0]}`);
    await expect.element(page.getByRole("heading", { name: "Only question" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await ownModels(workspace)).length).toBe(1);
  });

  test("are there after a lock, or a tab that was ended, while they were being written", async () => {
    const { workspace, saveAll } = await openTab();
    const shown = showNotebook(workspace, "/reflect/models/new");
    await userEvent.type(box("Name"), "After nights");
    await userEvent.type(box("Short title"), "Sleep");
    await saveAll();
    expect(await ownModels(workspace)).toMatchObject([
      { name: "After nights", parts: [{ title: "Sleep" }] },
    ]);
    // On a pause, too; and a question that is still blank stays on screen.
    await page.getByRole("button", { name: "Add a question" }).click();
    await userEvent.type(box("Name"), " on call");
    await expect
      .poll(async () => (await ownModels(workspace))[0]?.name)
      .toBe("After nights on call");
    await expect.element(box("Short title").nth(1)).toBeVisible();
    await shown.router.navigate("/reflect/models");
    await page.getByRole("link", { name: /^Write with it/ }).click();
    await expect.element(box("Sleep")).toBeVisible();
  });

  test("are in the form again for whoever comes back before keeping, and stay one model", async () => {
    const { workspace } = await openTab();
    const shown = showNotebook(workspace, "/reflect/models");
    await page.getByRole("link", { name: "Make a model" }).click();
    await userEvent.type(box("Name"), "Left halfway");
    await userEvent.type(box("Short title"), "Sleep");
    await expect.poll(shown.where).toMatch(/^\/reflect\/models\/[\w-]{22}$/);
    await expect.element(box("Short title")).toHaveFocus();
    await userEvent.keyboard(" and food");
    await shown.router.navigate("/");
    await expect.element(box("What did you notice?")).toBeVisible();
    await shown.router.navigate(-1);
    await expect.element(box("Name")).toHaveValue("Left halfway");
    await expect.element(box("Short title")).toHaveValue("Sleep and food");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByRole("heading", { name: "Left halfway" })).toBeVisible();
    expect(await ownModels(workspace)).toHaveLength(1);
  });

  test("are not stored before anything is written", async () => {
    const { workspace } = await openTab();
    const shown = showNotebook(workspace, "/reflect/models/new");
    await page.getByRole("button", { name: "Add a question" }).click();
    await shown.router.navigate("/reflect/models");
    await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await ownModels(workspace)).toEqual([]);
  });

  test("need one question, may start from another model, and show hostile names as text", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/reflect/models/new");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("at least one question");
    expect(await ownModels(workspace)).toEqual([]);
    const hostile = '<img src=x onerror="alert(1)">';
    await userEvent.type(box("Name"), hostile);
    await page.getByRole("combobox", { name: "Start from" }).selectOptions("Kolb's learning cycle");
    await expect.element(box("Short title").first()).toHaveValue("Concrete experience");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByRole("heading", { name: hostile })).toBeVisible();
    expect(document.querySelector("img")).toBeNull();
    expect((await ownModels(workspace))[0]?.parts).toHaveLength(4);
    expect(await storedDrafts(workspace)).toEqual([]);
  });
});
