import type { Page } from "@playwright/test";
import { instant } from "../../src/base/Clock.ts";
import type { Feeling } from "../../src/core/entry/Entry.ts";
import type { BatchId } from "../../src/core/identifiers.ts";
import { exampleJournal } from "../../src/exchange/example/exampleJournal.ts";
import { field, lockedPage } from "./driveHeadroom.ts";
import { expect, expectAccessible, test } from "./headroom.ts";
import { press, reach } from "./keyboard.ts";

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).first();
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();

async function startByKeyboard(page: Page): Promise<void> {
  await page.goto("/");
  await press(page, button(page, "Start a new journal"));
  await press(page, button(page, "Next"));
  await reach(page, page.getByLabel("New passphrase", { exact: true }));
  await page.keyboard.type("three quiet corridors");
  await page.keyboard.press("Enter");
  const shown = page.getByRole("list", { name: "Your recovery code" }).getByRole("listitem");
  await expect(shown).toHaveCount(12);
  const words = (await shown.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ""));
  await expectAccessible(page);
  await press(page, button(page, "I have them"));
  const asked = page.getByLabel(/^Word \d+$/);
  await expect(asked).toHaveCount(2);
  for (const one of await asked.all()) {
    const label = await one.evaluate(
      (input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "",
    );
    await reach(page, one);
    await page.keyboard.type(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? "");
  }
  await page.keyboard.press("Enter");
  await press(page, button(page, "Open my journal"));
  await expect(field(page)).toBeFocused();
}

async function keepByKeyboard(page: Page, text: string): Promise<void> {
  await reach(page, field(page));
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Kept on this device.").first()).toBeVisible();
}

const place = (page: Page, name: string) =>
  page.getByRole("navigation").getByRole("link", { name }).first();

/** How the made-up entries of the example were; what is written in the journey says neither. */
const example = exampleJournal("example" as BatchId, instant(Date.now()), {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}).filter((record) => record.kind === "entry");
const written = 3;
const inList = (feeling: Feeling) =>
  example.filter((entry) => entry.feeling === feeling).length +
  (feeling === "neither" ? written : 0);

test("journeys 1, 4, 5, and export and import of 13, need no mouse and no touch", async ({
  device,
}) => {
  test.setTimeout(480_000);
  const page = device.page();
  device.neverOnDisk(
    "First thing noticed",
    "Discharge medicines late",
    "Written on at once",
    "It is the same every Friday",
    "Waiting for medicines to go",
    "Brought in without",
  );
  await startByKeyboard(page);
  await keepByKeyboard(page, "First thing noticed without a mouse.");

  await press(page, place(page, "Settings"));
  await press(page, button(page, "Load the example journal"));
  await expect(
    page.getByText(/The example is in your journal: \d+ made-up entries/).first(),
  ).toBeVisible({
    timeout: 30_000,
  });

  // It keeps coming back: the reminder, a tap by key, the theme, the proposal.
  await press(page, place(page, "Today"));
  await expect(field(page)).toBeFocused();
  await keepByKeyboard(
    page,
    "Discharge medicines late again, pharmacy still had the TTOs at four.",
  );
  const same = button(page, /^Same thing/);
  await expect(same).toBeVisible();
  // The words are still in hand: the focus waits in the field, and the very next Tab is the answer.
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(same).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("Written on at once");
  await expect(field(page)).toHaveValue("Written on at once");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expectAccessible(page);
  await press(page, link(page, /^\d+ \w+ \d{4}$/));
  await expect(page).toHaveURL(/\/journal\/[\w-]+$/);
  await press(page, place(page, "Today"));
  await expect(field(page)).toBeFocused();
  await keepByKeyboard(page, "Discharge medicines late once more, TTOs not ready at five.");
  await expect(same).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Thank you. Linked as the same thing.").first()).toBeVisible();
  await press(page, place(page, "Themes"));
  await expectAccessible(page);
  await press(
    page,
    page
      .getByRole("main")
      .getByRole("link", { name: /discharge medicines/i })
      .first(),
  );
  await expect(page.getByText("Because you wrote")).toBeVisible();
  await press(page, button(page, "Rename"));
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Waiting for medicines to go home");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("heading", { level: 1, name: "Waiting for medicines to go home" }),
  ).toBeVisible();
  await press(
    page,
    page
      .getByRole("button", { name: "Turn into a proposal" })
      .or(link(page, "Turn into a proposal"))
      .first(),
  );
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await press(
    page,
    page.getByRole("button", { name: "Start another" }).or(link(page, "Start another")).first(),
  );
  const problem = page.getByRole("textbox", { name: "What keeps happening?" });
  await expect(problem).not.toHaveValue("");
  await reach(page, problem);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" It is the same every Friday.");
  await expect(page.getByText(/Kept on this device/).first()).toBeVisible();
  await expectAccessible(page);

  // Find.
  await press(page, place(page, "Journal"));
  await reach(page, page.getByRole("searchbox", { name: "Search everything you wrote" }));
  await page.keyboard.type("pharm");
  await expect(page.getByText(/entries found/).first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await press(page, button(page, /^Filters/));
  for (const [name, feeling] of [
    ["Went well", "went-well"],
    ["Got in the way", "got-in-the-way"],
    ["Neither said", "neither"],
  ] as const) {
    await reach(page, page.getByRole("combobox", { name: "How it was" }));
    await page.keyboard.press("ArrowDown");
    await expect(button(page, `Remove filter: ${name}`)).toBeVisible();
    await expect(page.getByText(`${inList(feeling)} entries found`, { exact: true })).toBeVisible();
  }
  await press(page, button(page, "Clear all filters"));
  await expect(
    page.getByText(`${example.length + written} entries`, { exact: true }),
  ).toBeVisible();
  await press(page, page.getByRole("main").locator("a[href^='/journal/']").first());
  await expect(page).toHaveURL(/\/journal\/[\w-]+$/);
  await expectAccessible(page);

  // Leave.
  await press(page, place(page, "Settings"));
  await press(page, link(page, "Export"));
  const download = page.waitForEvent("download");
  await press(page, button(page, "Save as Markdown"));
  expect((await download).suggestedFilename()).toMatch(/^headroom-markdown-.*\.zip$/);

  // Come back: the file dialog is the browser's own, so the file is put in once its button is reached.
  await press(page, place(page, "Settings"));
  await press(page, link(page, "Import"));
  const files = page.getByLabel("Files to bring in");
  await reach(page, files);
  await files.setInputFiles({
    name: "brought.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Date,Text\n2026-03-04,Brought in without a mouse\n"),
  });
  await press(page, button(page, /to my journal$/));
  await expect(page.getByText("1 added to your journal.").first()).toBeVisible();
  await expectAccessible(page);
  await press(page, button(page, "Undo this import"));
  await expect(page.getByText("Undone: 1 taken out again.").first()).toBeVisible();
  await page.keyboard.press("Alt+Shift+L");
  await expect(lockedPage(page)).toBeVisible();
});
