import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { expectAccessible, openTab } from "../proposals/openPlace.tsx";
import { everything, showExchange } from "./openExchange.tsx";

const chooseFiles = async (...files: File[]) => {
  const field = await screen.findByLabelText("Files to bring in");
  await userEvent.upload(field, files);
};
const button = (name: RegExp | string) => screen.findByRole("button", { name });

describe("Import", () => {
  test("files are looked at before anything is added, then added, reported and taken out again", async () => {
    const tab = await openTab();
    const before = await everything(tab.workspace);
    showExchange(tab, "/settings/import");
    await expectAccessible();
    await chooseFiles(
      new File(
        ['{"text":"Obs machine missing","at":"2026-03-12","feeling":"got in the way"}\n{oops\n'],
        "a.jsonl",
      ),
      new File(["---\ndate: 2026-03-13\n---\nSecond thing"], "b.md"),
    );
    await screen.findByText("2 entries");
    await screen.findByText("Obs machine missing");
    await screen.findByText("1 line is not JSON.");
    expect(await everything(tab.workspace)).toEqual(before);
    await expectAccessible();

    await userEvent.click(await button("Add 2 to my journal"));
    await screen.findByText("2 added to your journal.");
    expect((await everything(tab.workspace)).size).toBe(before.size + 2);
    await expectAccessible();

    await userEvent.click(await button("Undo this import"));
    await screen.findByText("Undone: 2 taken out again.");
    expect(await everything(tab.workspace)).toEqual(before);
  });

  test("the same file again adds nothing and says what is there already; what is new in it comes in", async () => {
    const tab = await openTab();
    showExchange(tab, "/settings/import");
    const lines = '{"text":"Obs machine missing","at":"2026-03-12"}\n{"text":"No date here"}\n';
    await chooseFiles(new File([lines], "a.jsonl"));
    await userEvent.click(await button("Add 2 to my journal"));
    await screen.findByText("2 added to your journal.");
    const before = await everything(tab.workspace);

    await userEvent.click(await button("Bring in more"));
    await chooseFiles(new File([lines], "a copy.jsonl"));
    await screen.findByText(/^2 are already in your journal/);
    expect(screen.queryByRole("button", { name: /to my journal$/ })).toBeNull();
    await expectAccessible();
    await userEvent.click(await button("Choose other files"));
    await chooseFiles(new File([`${lines}{"text":"New today"}\n`], "a.jsonl"));
    await screen.findByText(/^2 are already in your journal/);
    await userEvent.click(await button("Add 1 to my journal"));
    await screen.findByText("1 added to your journal.");
    await screen.findByText("2 were in your journal already and stay as they are.");
    await expectAccessible();
    expect((await everything(tab.workspace)).size).toBe(before.size + 1);
  });

  test("the columns of a table may be chosen, by keyboard alone", async () => {
    const tab = await openTab();
    showExchange(tab, "/settings/import");
    await chooseFiles(new File(["when,who,what\n1/2/2026,x,first\n3/4/2026,y,second\n"], "a.csv"));
    await screen.findByText("2 rows in a.csv");
    await expectAccessible();
    const who = await screen.findByRole("checkbox", { name: "who" });
    who.focus();
    await userEvent.keyboard(" ");
    await screen.findByText(/^x\s+first$/);
    const start = await button("Add 2 to my journal");
    start.focus();
    await userEvent.keyboard("{Enter}");
    await screen.findByText("2 added to your journal.");
    const all = JSON.stringify([...(await everything(tab.workspace)).values()]);
    expect(all).toContain("x\\n\\nfirst");
  });

  test("a refusal says first that the journal is as it was, and another file may be chosen", async () => {
    const tab = await openTab();
    const before = await everything(tab.workspace);
    showExchange(tab, "/settings/import");
    await chooseFiles(new File(['{"entries":[{"text":"cut o'], "a.json"));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(/^Your journal is as it was\. It begins like JSON/);
    await expectAccessible();
    expect(await everything(tab.workspace)).toEqual(before);
    await chooseFiles(new File(["words"], "a.md"));
    await screen.findByText("1 entry");
  });

  test("an earlier import is listed and can be taken out", async () => {
    const tab = await openTab();
    showExchange(tab, "/settings/import");
    await chooseFiles(new File(["words"], "a.md"));
    await userEvent.click(await button("Add 1 to my journal"));
    await screen.findByText("1 added to your journal.");
    await userEvent.click(await button(/^Take out/));
    const dialog = await screen.findByRole("dialog");
    await expectAccessible();
    await userEvent.click(within(dialog).getByRole("button", { name: "Take out" }));
    await waitFor(() => expect(screen.queryByText("Earlier imports")).toBeNull());
  });
});

describe("Export", () => {
  test("says that the file is not encrypted, and saves it only when asked", async () => {
    const saved = vi.spyOn(URL, "createObjectURL");
    const tab = await openTab();
    showExchange(tab, "/settings/export");
    await screen.findByText(/not encrypted/);
    await expectAccessible();
    expect(saved).not.toHaveBeenCalled();
    await userEvent.click(await button("Save everything as JSON"));
    await screen.findByText(
      /^Saved: 0 entries, unencrypted, in headroom-\d{4}-\d{2}-\d{2}\.json\.$/,
    );
    const [blob] = saved.mock.calls[0] ?? [];
    if (!(blob instanceof Blob)) throw new Error("no file");
    expect(JSON.parse(await blob.text())).toMatchObject({ format: "headroom-journal", version: 1 });
    await expectAccessible();
    saved.mockRestore();
  });
});

describe("Example journal", () => {
  test("is offered to an empty journal, loads in one press and goes in one", async () => {
    const tab = await openTab();
    const before = await everything(tab.workspace);
    showExchange(tab, "/settings");
    await userEvent.click(await button("Load the example journal"));
    await screen.findByText(/61 made-up entries/);
    await expectAccessible();
    await userEvent.click(await button("Remove the example"));
    await button("Load the example journal");
    expect(await everything(tab.workspace)).toEqual(before);
  });
});
