import { cleanup } from "@testing-library/react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Theme } from "#core/theme/Theme.ts";
import { expectAccessible, type OpenTab, openTab, showPlace } from "../proposals/openPlace.tsx";
import { dayOf2026, entry, theme, ward } from "../proposals/wardJournal.ts";

const parking = [
  entry("k1", "The staff car park was full by seven again.", dayOf2026(11, 2)),
  entry("k2", "Drove round the car park for twenty minutes before the shift.", dayOf2026(11, 9)),
];

const stored = async ({ workspace }: OpenTab, id: string): Promise<Theme> => {
  const opened = await workspace.vault.open(theme(id, []).id);
  if (!opened.ok || opened.value.record.kind !== "theme") throw new Error("not stored");
  return opened.value.record;
};
const members = async (tab: OpenTab, id: string) =>
  (await stored(tab, id)).members.map((member) => member.entry).sort();
const undo = async () => {
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect.element(page.getByText("Undone.")).toBeVisible();
};
const change = async (what: string) => {
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByRole("menuitem", { name: what }).click();
};

test("an empty journal says what themes are", async () => {
  const tab = await openTab();
  showPlace(tab, "/themes");
  await expect.element(page.getByText("Nothing has come back yet")).toBeVisible();
  await expectAccessible();
});

test("themes are listed with how often and since when, and lead to why", async () => {
  const tab = await openTab();
  await tab.write(
    ...ward,
    ...parking,
    theme("t1", ward, "Discharge medicines"),
    theme("t2", parking),
  );
  showPlace(tab, "/themes");
  const card = page.getByRole("link", { name: /Discharge medicines/ });
  await expect.element(card).toHaveTextContent(
    // In later years than that of the dates they are shown with it.
    /5 times since 14 September( 2026)?, most recently on 19 November( 2026)?/,
  );
  await expectAccessible();
  await card.click();
  await expect
    .element(
      page.getByText("5 entries in 9 weeks. 4 say it got in the way; 1 says something helped."),
    )
    .toBeVisible();
  await expect
    .element(
      page.getByRole("img", {
        name: "5 dots on a line from 14 September 2026 to 19 November 2026.",
      }),
    )
    .toBeVisible();
  await expect.element(page.getByText(/Went well — may be an idea to try/)).toBeVisible();
  expect(document.querySelectorAll(".own-quotes mark").length).toBeGreaterThan(0);
  await page.getByText("The dates as a list").click();
  await expect
    .element(page.getByRole("link", { name: "14 September 2026 · Got in the way" }))
    .toHaveAttribute("href", "/journal/w1");
  expect(document.title).not.toContain("Discharge");
  await expectAccessible();
});

test("renaming, by keyboard alone, is kept and can be undone", async () => {
  const tab = await openTab();
  await tab.write(...ward, theme("t1", ward));
  showPlace(tab, "/themes/t1");
  const rename = page.getByRole("button", { name: "Rename" });
  await expect.element(rename).toBeVisible();
  (rename.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByLabelText("What would you call it?")).toHaveFocus();
  await expectAccessible();
  await userEvent.keyboard("Tablets to go home with{Enter}");
  await expect
    .element(page.getByRole("heading", { level: 1 }))
    .toHaveTextContent("Tablets to go home with");
  await expect.element(rename).toHaveFocus();
  await undo();
  expect((await stored(tab, "t1")).name).toBe("");
});

test("entries are taken out, not offered again, and put back by undo", async () => {
  const tab = await openTab();
  await tab.write(...ward, theme("t1", ward));
  showPlace(tab, "/themes/t1");
  await page.getByRole("button", { name: "Take an entry out" }).click();
  await page.getByRole("checkbox", { name: /^His taxi came/ }).click();
  await expectAccessible();
  await page.getByRole("button", { name: "Take 1 out" }).click();
  await expect.element(page.getByText(/^4 entries in/)).toBeVisible();
  expect((await stored(tab, "t1")).takenOut).toEqual(["w2"]);
  await undo();
  expect(await members(tab, "t1")).toEqual(["w1", "w2", "w3", "w4", "w5"]);
  expect((await stored(tab, "t1")).takenOut).toEqual([]);
});

test("an entry found by typing is put in", async () => {
  const tab = await openTab();
  await tab.write(...ward, ...parking, theme("t1", ward));
  showPlace(tab, "/themes/t1");
  await change("Put an entry in");
  await expect.element(page.getByText("Your latest entries")).toBeVisible();
  await page.getByLabelText("Find entries").fill("drove");
  await expect
    .element(page.getByRole("checkbox", { name: /^The staff car/ }))
    .not.toBeInTheDocument();
  await page.getByRole("checkbox", { name: /^Drove round/ }).click();
  await page.getByLabelText("Find entries").fill("zzzzzz");
  await expect.element(page.getByRole("checkbox", { name: /^Drove round/ })).toBeChecked();
  await expectAccessible();
  await page.getByRole("button", { name: "Put 1 in" }).click();
  await expect.element(page.getByText(/^6 entries in/)).toBeVisible();
  expect(await members(tab, "t1")).toContain("k2");
});

test("two themes become one under the name that was given, and two again by undo", async () => {
  const tab = await openTab();
  await tab.write(...ward, ...parking, theme("t1", ward), theme("t2", parking, "Getting here"));
  const { path } = showPlace(tab, "/themes/t1");
  await change("Join with another theme");
  await page.getByRole("radio", { name: "Getting here" }).click();
  await expectAccessible();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect.element(page.getByText(/^7 entries in/)).toBeVisible();
  expect(path()).toBe("/themes/t2");
  expect((await stored(tab, "t1")).deletedAt).not.toBeNull();
  await undo();
  expect(await members(tab, "t1")).toHaveLength(5);
  expect(await members(tab, "t2")).toEqual(["k1", "k2"]);
});

test("a theme is split in two, each with its entries, never leaving one without any", async () => {
  const tab = await openTab();
  await tab.write(...ward, ...parking, theme("t1", [...ward, ...parking]));
  const { router } = showPlace(tab, "/themes/t1");
  await change("Split in two");
  await page.getByRole("checkbox", { name: /^The staff car/ }).click();
  await page.getByRole("checkbox", { name: /^Drove round/ }).click();
  await page.getByLabelText("What would you call the new theme?").fill("Getting here");
  await expectAccessible();
  await page.getByRole("button", { name: "Split 2 off" }).click();
  await expect.element(page.getByText(/^5 entries in/)).toBeVisible();
  await router.navigate("/themes");
  await page.getByRole("link", { name: /Getting here/ }).click();
  await expect.element(page.getByText(/^2 entries in/)).toBeVisible();
});

test("not a theme: it leaves the list, waits folded at its end, and comes back", async () => {
  const tab = await openTab();
  await tab.write(...ward, theme("t1", ward, "Discharge medicines"));
  const { path } = showPlace(tab, "/themes/t1");
  await page.getByRole("button", { name: "Not a theme" }).click();
  await page.getByText("Not a theme (1)").click();
  expect(path()).toBe("/themes");
  await expectAccessible();
  await page.getByRole("button", { name: "Make it a theme again: Discharge medicines" }).click();
  await expect.element(page.getByRole("heading", { name: "Keeps coming back" })).toBeVisible();
  expect((await stored(tab, "t1")).dismissedAt).toBeNull();
});

test("what another tab did to a theme meanwhile is kept when this one changes it", async () => {
  const one = await openTab();
  await one.write(...ward, ...parking, theme("t1", ward));
  const two = await openTab(one.journal);
  showPlace(one, "/themes/t1");
  await page.getByRole("button", { name: "Rename" }).click();
  const elsewhere = await two.workspace.vault.open(theme("t1", []).id);
  if (!elsewhere.ok || elsewhere.value.record.kind !== "theme") throw new Error("not there");
  const { record, basis } = elsewhere.value;
  const more = {
    entry: "k1" as (typeof record.members)[number]["entry"],
    how: "said" as const,
    at: record.createdAt,
  };
  await two.workspace.vault.save([
    { basis, next: { ...record, members: [...record.members, more] } },
  ]);
  await page.getByLabelText("What would you call it?").fill("Home late");
  await page.getByRole("button", { name: "Done" }).click();
  await expect.element(page.getByText("Renamed.")).toBeVisible();
  expect(await stored(one, "t1")).toMatchObject({ name: "Home late" });
  expect(await members(one, "t1")).toHaveLength(6);
});

test("hundreds of entries over years, undated ones and one far in the past are drawn and listed", async () => {
  const tab = await openTab();
  const many = Array.from({ length: 240 }, (_, index) =>
    entry(
      `m${index}`,
      `The printer on the ward jammed again, number ${index}.`,
      dayOf2026(1, 1 - index * 4),
    ),
  );
  const undated = {
    ...entry("u1", "Printer.", dayOf2026(11, 1)),
    happened: { at: dayOf2026(11, 1), precision: "unknown" as const },
  };
  await tab.write(...many, undated, theme("t1", [...many, undated]));
  showPlace(tab, "/themes/t1");
  await expect
    .element(page.getByText("241 entries in 3 years. 241 say it got in the way."))
    .toBeVisible();
  await expect.element(page.getByText(/^1 entry has no date/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Show all 241" })).toBeVisible();
  const svg = document.querySelector("svg[role=img]");
  expect(svg?.getBoundingClientRect().width).toBeLessThanOrEqual(innerWidth);
  await expectAccessible();
});

test("a theme that is not there says so", async () => {
  const tab = await openTab();
  showPlace(tab, "/themes/nowhere");
  await expect.element(page.getByText(/^This theme is not in this journal/)).toBeVisible();
  await expectAccessible();
});

test("one theme or fifty, whatever their names, fit a narrow screen, and the rest is one press away", async () => {
  await page.viewport(320, 700);
  const names = [
    "W".repeat(300),
    '<img src=x onerror="alert(1)">'.repeat(4),
    "\u202Etxet desrever\u202C and \u0000 \uFFFF",
    "👩‍⚕️👍🏽".repeat(60),
    "Zͨ̌̏̍a͂̑̂l̷g̶o̷ ".repeat(20),
    "  spaces  \n\n and lines  ",
    "تأخير الأدوية عند الخروج",
  ];
  const tab = await openTab();
  await tab.write(...ward, theme("t0", ward, names[0] ?? ""));
  const fits = () => document.documentElement.scrollWidth <= window.innerWidth;
  showPlace(tab, "/themes");
  await expect.element(page.getByRole("link", { name: /^W+/ })).toBeVisible();
  expect(fits()).toBe(true);
  await expectAccessible();

  await tab.write(
    ...Array.from({ length: 49 }, (_, n) =>
      theme(`t${n + 1}`, ward, names[(n + 1) % names.length] ?? ""),
    ),
  );
  const all = page.getByRole("button", { name: "Show all 50" });
  await expect.element(all).toBeVisible();
  const cards = () => document.querySelectorAll<HTMLElement>(".card-link");
  expect(cards()).toHaveLength(8);
  expect(fits()).toBe(true);
  (all.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => cards().length).toBe(50);
  expect(document.activeElement).toBe(cards()[8]);
  expect(fits()).toBe(true);
  await expectAccessible();
  cleanup();

  for (let n = 0; n < names.length; n += 1) {
    showPlace(tab, `/themes/t${n}`);
    await expect.element(page.getByText("Because you wrote")).toBeVisible();
    await page.getByText("Why am I seeing this?").click();
    await expect.element(page.getByText(/Nothing was sent anywhere/)).toBeVisible();
    expect(fits(), names[n]).toBe(true);
    expect(document.querySelector("img")).toBeNull();
    cleanup();
  }
  await page.viewport(820, 1180);
});

test("a thread says why it is shown, and making it a theme says that the person linked it", async () => {
  const tab = await openTab();
  await tab.write(...ward, ...parking);
  showPlace(tab, "/themes");
  const why = page.getByText("Why am I seeing this?").first();
  await expect.element(why).toBeVisible();
  await why.click();
  await expect.element(page.getByText(/You have not linked them/).first()).toBeVisible();
  await expect.element(page.getByText(/It is only a guess/).first()).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Make it a theme" }).first().click();
  await expect.element(page.getByText("Because you wrote")).toBeVisible();
  await page.getByText("Why am I seeing this?").click();
  await expect
    .element(page.getByText("You said yourself that these are the same thing."))
    .toBeVisible();
});
