import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { ModelId } from "#core/identifiers.ts";
import {
  daysAgo,
  entry,
  expectAccessible,
  type OpenTab,
  openTab,
  showNotebook,
} from "../notebook/openNotebook.tsx";

const search = () => page.getByRole("searchbox");
const status = () => page.getByText(/^\d+ (entry|entries)/);
const articles = () => page.getByRole("article");

/** A made-up journal: two hundred days, one entry each. */
async function lived(): Promise<OpenTab> {
  const tab = await openTab();
  const entries = Array.from({ length: 200 }, (_, day) =>
    entry(
      `e${day}`,
      day % 20 === 3 ? `Parking was full, day ${day}.` : `Ordinary day ${day} on the ward.`,
      daysAgo(day),
      {
        tags: day % 10 === 3 ? ["travel"] : [],
        feeling: day % 2 === 1 ? "got-in-the-way" : "went-well",
        model: (day % 50 === 7 ? "gibbs" : "free") as ModelId,
        forAppraisal: day % 40 === 3,
      },
    ),
  );
  await tab.write(...entries);
  return tab;
}

describe("the timeline", () => {
  test("draws only what is near, and says which of how many each entry is", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/journal");
    await expect.element(status()).toHaveTextContent("200 entries");
    await expect.element(articles().first()).toHaveAttribute("aria-setsize", "200");
    await expect.element(articles().first()).toHaveAttribute("aria-posinset", "1");
    expect(articles().elements().length).toBeLessThan(60);
    await expectAccessible();
  });

  test("is walked with Page Down and Page Up, past what is drawn", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/journal");
    await expect.element(page.getByText("Ordinary day 0 on the ward.")).toBeVisible();
    page
      .getByRole("link", { name: /Ordinary day 0 / })
      .element()
      .focus();
    const place = () => document.activeElement?.closest("article")?.getAttribute("aria-posinset");
    for (let at = 2; at <= 40; at += 1) {
      await userEvent.keyboard("{PageDown}");
      await expect.poll(place).toBe(String(at));
    }
    await userEvent.keyboard("{PageUp}");
    await expect.poll(place).toBe("39");
  });

  test("of an empty journal says what will be there", async () => {
    const { workspace } = await openTab();
    showNotebook(workspace, "/journal");
    await expect.element(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
    await expectAccessible();
  });
});

describe("finding", () => {
  test("marks what matches as it is typed, counts it, and stays out of the address", async () => {
    const { workspace } = await lived();
    const shown = showNotebook(workspace, "/journal");
    await userEvent.type(search(), "parki");
    await expect.element(status()).toHaveTextContent("10 entries found");
    await expect.poll(() => document.querySelectorAll("mark").length).toBeGreaterThan(4);
    expect(document.querySelector("mark")?.textContent).toBe("Parking");
    expect(shown.where()).toBe("/journal");
    expect(JSON.stringify(shown.router.state.location)).not.toContain("parki");
    await expectAccessible();
  });

  test("shows the words where they stand, deep in a long entry", async () => {
    const { workspace, write } = await openTab();
    await write(entry("long", `${"Nothing much. ".repeat(400)}Then the zebra came.`, daysAgo(1)));
    showNotebook(workspace, "/journal");
    await userEvent.type(search(), "zebra");
    await expect.element(page.getByText("Then the zebra came.")).toBeVisible();
  });

  test("combines words and filters, and each filter may be lifted", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/journal");
    await page.getByRole("button", { name: "Filters" }).click();
    await userEvent.type(page.getByRole("combobox", { name: "Tag" }), "travel{Enter}");
    await expect.element(status()).toHaveTextContent("20 entries found");
    await page.getByRole("combobox", { name: "How it was" }).selectOptions("Got in the way");
    await page.getByRole("checkbox", { name: "Only for appraisal" }).click();
    await expect.element(status()).toHaveTextContent("5 entries found");
    await userEvent.type(search(), "parking");
    await expect.element(status()).toHaveTextContent("5 entries found");
    await expectAccessible();
    await page.getByRole("button", { name: "Remove filter: Only for appraisal" }).click();
    await expect.element(status()).toHaveTextContent("10 entries found");
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect.element(status()).toHaveTextContent("200 entries");
  });

  test("nothing found offers the ways out that find something, and takes them", async () => {
    const { workspace } = await lived();
    showNotebook(workspace, "/journal");
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("combobox", { name: "How it was" }).selectOptions("Went well");
    await userEvent.type(search(), "parking");
    await expect.element(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "Without Went well (10)" }).click();
    await expect.element(status()).toHaveTextContent("10 entries found");
    await userEvent.type(search(), " unheardof");
    await page.getByRole("button", { name: "parking (10)" }).click();
    await expect.element(search()).toHaveValue("parking");
    await userEvent.clear(search());
    await userEvent.type(search(), "xyzzyq");
    await expect.element(page.getByText(/Check the spelling/)).toBeVisible();
  });

  test("is remembered when an entry was looked at, in memory only", async () => {
    const { workspace } = await lived();
    const shown = showNotebook(workspace, "/journal");
    await userEvent.type(search(), "parking");
    await page.getByRole("link", { name: /day 23/ }).click();
    await expect.element(page.getByText("Parking was full, day 23.")).toBeVisible();
    await shown.router.navigate(-1);
    await expect.element(search()).toHaveValue("parking");
    await expect.element(status()).toHaveTextContent("10 entries found");
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain("parking");
  });
});

describe("the bin", () => {
  test("takes a deleted entry, gives it back, and is emptied for good when asked twice", async () => {
    const { workspace, write } = await openTab();
    await write(entry("a", "To be deleted", daysAgo(1)), entry("b", "To stay", daysAgo(2)));
    const shown = showNotebook(workspace, "/journal/a");
    await page.getByRole("button", { name: "Delete" }).click();
    await expect.element(status()).toHaveTextContent("1 entry");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.element(status()).toHaveTextContent("2 entries");
    await shown.router.navigate("/journal/a");
    await page.getByRole("button", { name: "Delete" }).click();
    await expect.element(status()).toHaveTextContent("1 entry");
    await page.getByRole("link", { name: "Bin" }).click();
    await expect.element(page.getByText("To be deleted")).toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "Empty the bin" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Empty the bin" }).click();
    await expect.element(page.getByText("The bin is empty.")).toBeVisible();
    const gone = await workspace.vault.open(entry("a", "", daysAgo(1)).id);
    expect(gone).toMatchObject({ ok: false, error: { type: "NotFound" } });
  });
});
