import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  daysAgo,
  entry,
  expectAccessible,
  expectDraft,
  openTab,
  showNotebook,
} from "../notebook/openNotebook.tsx";

// Hostile texts of the project where it has them, and some of our own where it is checked out alone.
const given = import.meta.glob("../../../../shared/data/hostile/xss/payloadbox-sample.txt", {
  query: "?raw",
  import: "default",
});
const own = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "[run](javascript:alert(1))",
  "![pixel](https://example.org/pixel.png)",
  "<svg onload=alert(1)>",
  "[data](data:text/html,<script>alert(1)</script>)",
  "<javascript:alert(1)>",
];

/** Overwrites the sealed bytes of a record, as a failing disk may. */
async function overwrite(journal: string, table: string, id: string): Promise<void> {
  const ask = <T,>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await ask(indexedDB.open(`headroom-${journal}`));
  const store = database.transaction(table, "readwrite").objectStore(table);
  for (const row of await ask(store.getAll()))
    if (row.id === id) await ask(store.put({ ...row, sealed: new Uint8Array(300).fill(7) }));
  database.close();
}

const field = () => page.getByRole("textbox", { name: "What did you notice?" });

describe("reading", () => {
  test("Markdown is lists, emphasis, quotes and links; nothing is fetched", async () => {
    const { workspace, write } = await openTab();
    const text =
      "First line\nsecond line with **weight**\n\n- one\n- two\n\n> quoted\n\n[guide](https://example.org/a) ![plan](https://example.org/p.png) <b>raw</b>\n\n# Big";
    await write(entry("a", text, daysAgo(1), { tags: ["t"], setting: "Ward" }));
    showNotebook(workspace, "/journal/a");
    await expect.poll(() => document.querySelector("strong")?.textContent).toBe("weight");
    expect(document.querySelectorAll(".entry-text li")).toHaveLength(2);
    expect(document.querySelector("blockquote")?.textContent).toContain("quoted");
    const link = page.getByRole("link", { name: "guide (https://example.org/a)" });
    await expect.element(link).toHaveAttribute("rel", "noreferrer noopener nofollow");
    await expect.element(page.getByText(/Image: plan/)).toBeVisible();
    await expect.element(page.getByText(/<b>raw<\/b>/)).toBeVisible();
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelector("img")).toBeNull();
    expect(document.title).not.toContain("weight");
    await expectAccessible();
  });

  test("hostile text is text: no dialog, no script, no picture, no address but safe ones", async () => {
    const load = Object.values(given)[0];
    const file = load ? String(await load()) : "";
    const lines = [...own, ...file.split("\n").filter((line) => line.trim() !== "")];
    const { workspace, write } = await openTab();
    await write(
      entry("a", lines.join("\n\n"), daysAgo(1), {
        tags: lines.slice(0, 20),
        setting: own[1] ?? "",
      }),
    );
    const dialogs: string[] = [];
    const alert = window.alert;
    window.alert = (text) => void dialogs.push(String(text));
    showNotebook(workspace, "/journal/a");
    await expect.element(page.getByText(own[0] ?? "").first()).toBeVisible();
    await expect
      .poll(() => document.querySelectorAll(".entry-text__piece").length)
      .toBeGreaterThanOrEqual(1);
    const shown = document.querySelector("main");
    expect(shown?.querySelector("script, img, iframe, object, embed, style, form")).toBeNull();
    for (const link of shown?.querySelectorAll("a") ?? [])
      expect(["http:", "https:", "mailto:", "tel:"]).toContain(link.protocol);
    expect(
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => !name.startsWith(location.origin)),
    ).toEqual([]);
    expect(dialogs).toEqual([]);
    window.alert = alert;
  });

  test("leads to the entries just before and after", async () => {
    const { workspace, write } = await openTab();
    await write(...["c", "b", "a"].map((id, at) => entry(id, `Entry ${id}`, daysAgo(3 - at))));
    const shown = showNotebook(workspace, "/journal/b");
    await page.getByRole("link", { name: "Newer" }).click();
    await expect.element(page.getByText("Entry a")).toBeVisible();
    expect(shown.where()).toBe("/journal/a");
    await page.getByRole("link", { name: "Older" }).click();
    await expect.element(page.getByText("Entry b")).toBeVisible();
  });

  test("an address that names no entry says so and leads on", async () => {
    const { workspace } = await openTab();
    for (const id of ["AAAAAAAAAAAAAAAAAAAAAA", "not%20an%20id!"]) {
      const shown = showNotebook(workspace, `/journal/${id}`);
      await expect
        .element(page.getByRole("heading", { name: "There is no such entry here" }))
        .toBeVisible();
      await expectAccessible();
      shown.unmount();
    }
  });

  test("an entry whose stored row does not open is set aside and told; the rest is read", async () => {
    const tab = await openTab();
    await tab.write(entry("bad", "Lost", daysAgo(1)), entry("good", "Still here", daysAgo(2)));
    await overwrite(tab.journal, "documents", "bad");
    await overwrite(tab.journal, "views", "bad");
    const later = await openTab(tab.journal);
    const shown = showNotebook(later.workspace, "/journal/bad");
    await expect
      .element(page.getByRole("heading", { name: "This entry was set aside" }))
      .toBeVisible();
    await expectAccessible();
    await page.getByRole("link", { name: "Go to the journal" }).click();
    await expect.element(page.getByText("Still here")).toBeVisible();
    const told = page.getByText("1 item could not be opened and was set aside.");
    await expect.element(told).toBeVisible();
    await expectAccessible();
    await shown.router.navigate("/");
    await expect.element(told).toBeVisible();
    await page.getByRole("link", { name: "See Settings" }).click();
    expect(shown.where()).toBe("/settings");
    shown.unmount();
  });

  test("entries without a date, in 1970 and in the future are read like any other", async () => {
    const { workspace, write } = await openTab();
    await write(
      entry("old", "Long ago", new Date(1970, 0, 2)),
      entry("next", "To come", new Date(2999, 5, 1)),
      entry("none", "Whenever", daysAgo(1), {
        happened: { at: entry("x", "", daysAgo(1)).createdAt, precision: "unknown" },
      }),
    );
    const shown = showNotebook(workspace, "/journal/none");
    await expect.element(page.getByRole("heading", { name: "No date" })).toBeVisible();
    await shown.router.navigate("/journal/old");
    await expect.element(page.getByRole("heading", { name: /2 January 1970/ })).toBeVisible();
    await shown.router.navigate("/journal");
    await expect.element(page.getByRole("heading", { name: "June 2999" })).toBeVisible();
  });
});

describe("changing", () => {
  test("is saved as a draft, kept when asked, and what was there is in the history", async () => {
    const { workspace, write } = await openTab();
    await write(entry("a", "As it was", daysAgo(1)));
    const shown = showNotebook(workspace, "/journal/a");
    await page.getByRole("link", { name: "Change" }).click();
    await expect.element(field()).toHaveValue("As it was");
    await userEvent.type(field(), ", and more");
    await expectDraft(workspace, "As it was, and more");
    shown.unmount();
    showNotebook(workspace, "/journal/a?edit");
    await expect.element(field()).toHaveValue("As it was, and more");
    await expect.element(page.getByText(/You began to change this entry/)).toBeVisible();
    await expectAccessible();
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.element(page.getByText("As it was, and more")).toBeVisible();
    await page.getByRole("button", { name: "History" }).click();
    await page.getByText(/^Version of/).click();
    await expectAccessible();
    await page.getByRole("button", { name: "Bring this version back" }).click();
    await expect.element(page.getByText("As it was", { exact: true })).toBeVisible();
  });

  test("left as it was changes nothing and leaves no draft", async () => {
    const { workspace, write } = await openTab();
    await write(entry("a", "As it was", daysAgo(1)));
    showNotebook(workspace, "/journal/a?edit");
    await userEvent.type(field(), " not");
    await page.getByRole("button", { name: "Leave as it was" }).click();
    await expect.element(page.getByText("As it was", { exact: true })).toBeVisible();
    const drafts = await workspace.vault.drafts();
    expect(drafts).toMatchObject({ ok: true, value: [] });
  });

  test("of an entry removed meanwhile may be kept as a new one: no word is lost", async () => {
    const { workspace, write } = await openTab();
    const a = entry("a", "As it was", daysAgo(1));
    await write(a);
    showNotebook(workspace, "/journal/a?edit");
    await userEvent.type(field(), " changed");
    await expectDraft(workspace, "As it was changed");
    await workspace.vault.purge([a.id]);
    await page.getByRole("button", { name: "Keep" }).click();
    const asNew = page.getByRole("button", { name: "Keep as a new entry" });
    const back = page.getByText("As it was changed", { exact: true });
    await expect.element(asNew.or(back).first()).toBeVisible();
    if (asNew.elements().length > 0) await asNew.click();
    await expect
      .poll(async () => {
        const { ids } = await workspace.reader.timeline({}, workspace.mark());
        return (await workspace.reader.lines(ids, 0)).map((line) => line.text);
      })
      .toEqual(["As it was changed"]);
  });

  test("for appraisal is marked with one tap, and may be found by it", async () => {
    const { workspace, write } = await openTab();
    await write(entry("a", "A good day", daysAgo(1)));
    showNotebook(workspace, "/journal/a");
    await page.getByRole("button", { name: "For appraisal" }).click();
    await expect
      .poll(
        async () => (await workspace.reader.timeline({ forAppraisal: true }, workspace.mark())).ids,
      )
      .toEqual(["a"]);
    await expect
      .element(page.getByRole("button", { name: "For appraisal" }))
      .toHaveAttribute("aria-pressed", "true");
  });
});
