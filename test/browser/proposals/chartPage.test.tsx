import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { blankMeasure } from "#core/measure/blankMeasure.ts";
import { type Day, dayAt, dayNumber } from "#core/measure/Day.ts";
import type { Measure, Measuring } from "#core/measure/Measuring.ts";
import { expectAccessible, type OpenTab, openTab, showPlace } from "./openPlace.tsx";
import { proposal } from "./wardJournal.ts";

const firstDay = dayNumber("2026-01-05" as Day);
const wavering = [5, 7, 4, 6, 5, 8, 4, 6, 5, 7, 5, 6, 4, 7];

/** A proposal that measures something once a week. */
function weekly(values: readonly number[], over: Partial<Measure> = {}): Measuring {
  const measure = { ...blankMeasure("m", "Calls to pharmacy"), ...over };
  return {
    measures: [measure],
    points: values.map((value, index) => ({
      id: `p${index}`,
      measure: "m",
      on: dayAt(firstDay + index * 7) as Day,
      value,
    })),
    changes: [],
  };
}

async function openChart(measuring: Measuring): Promise<OpenTab> {
  const tab = await openTab();
  await tab.write(proposal("p1", { measuring }));
  showPlace(tab, "/proposals/p1/chart");
  return tab;
}

const stored = async ({ workspace, saveAll }: OpenTab): Promise<Measuring> => {
  await saveAll();
  const opened = await workspace.vault.open(proposal("p1").id);
  if (!opened.ok || opened.value.record.kind !== "proposal") throw new Error("not stored");
  return opened.value.record.measuring;
};
const figure = () => page.getByRole("figure");
const slider = () => page.getByRole("slider");
const said = () => slider().element().getAttribute("aria-valuetext") ?? "";

test("one stop of the Tab key reads every point by arrows, Home and End, each with its day, value and what is special", async () => {
  await openChart(
    weekly([...wavering, 1, 2, 1, 2, 1, 2, 1, 2], { better: "decrease", unit: "calls" }),
  );
  await expect.element(slider()).toBeVisible();
  await expectAccessible();
  (slider().element() as HTMLElement).focus();
  expect(said()).toBe(
    "1 June 2026: 2 calls. Unusual, for the better (part of a shift below the average)",
  );
  await userEvent.keyboard("{Home}");
  expect(said()).toBe("5 January 2026: 5 calls. As usual");
  await userEvent.keyboard("{ArrowLeft}");
  expect(said()).toBe("5 January 2026: 5 calls. As usual");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(said()).toBe("19 January 2026: 4 calls. As usual");
  await userEvent.keyboard("{End}{ArrowLeft}");
  expect(slider().element().getAttribute("aria-valuenow")).toBe("21");
  await expect.element(page.getByText("Point 21 of 22")).toBeVisible();
  await page.getByRole("button", { name: "Earlier" }).click();
  await expect.element(page.getByText("Point 20 of 22")).toBeVisible();
  expect(document.querySelector(".chart__said")?.getAttribute("aria-live")).toBe("polite");
});

test("what is unusual is said by shape, by colour and by word, and stands in the key only where it occurs", async () => {
  await openChart(weekly([...wavering, 9, 9, 9, 9, 9, 9, 9, 9], { better: "decrease" }));
  await expect.element(figure().getByText("Something has changed, for the worse")).toBeVisible();
  const key = page.getByRole("list", { name: "Key" });
  await expect.element(key.getByText("Unusual, for the worse")).toBeVisible();
  expect(key.getByText("Unusual, for the better").elements()).toHaveLength(0);
  const [worse] = document.querySelectorAll(".chart__picture .chart-mark--worse");
  const [usual] = document.querySelectorAll(".chart__picture .chart-mark--usual");
  if (!worse || !usual) throw new Error("nothing drawn");
  expect(getComputedStyle(worse).fill).not.toBe(getComputedStyle(usual).fill);
  expect(worse.getAttribute("d")?.match(/L/g)).toHaveLength(3);
  await expectAccessible();
});

test("Add, a number and Enter make the next row; each is kept by itself, and its date follows the rhythm", async () => {
  const tab = await openChart(weekly([3, 4]));
  await page.getByRole("button", { name: "Add a number" }).click();
  await expect.element(page.getByLabelText("Value of number 1")).toHaveFocus();
  await expect.element(page.getByLabelText("Date of number 1")).toHaveValue("2026-01-19");
  await userEvent.keyboard("12{Enter}7{Enter}");
  await expect.element(page.getByText("Point 4 of 4")).toBeVisible();
  const { points } = await stored(tab);
  expect(points.map(({ on, value }) => [on, value])).toEqual([
    ["2026-01-05", 3],
    ["2026-01-12", 4],
    ["2026-01-19", 12],
    ["2026-01-26", 7],
  ]);
  await expectAccessible();
});

test("a wrong number is told and what was kept stays; a date cleared by mistake, too", async () => {
  const tab = await openChart(weekly([3, 4]));
  const value = page.getByLabelText("Value of number 1");
  await value.fill("4 calls");
  await userEvent.tab();
  await expect
    .element(page.getByText("“4 calls” is not a number.", { exact: false }))
    .toBeVisible();
  expect((await stored(tab)).points[1]?.value).toBe(4);
  await value.fill("");
  await userEvent.tab();
  await expect
    .element(page.getByText("4 stays until there is another number.", { exact: false }))
    .toBeVisible();
  await value.fill("40");
  const date = page.getByLabelText("Date of number 2");
  await date.fill("");
  // Tab only goes from day to month to year within the field.
  await page.getByRole("button", { name: "Add a number" }).click();
  await expect
    .element(page.getByText("5 January 2026 stays until there is one.", { exact: false }))
    .toBeVisible();
  await expectAccessible();
  expect((await stored(tab)).points.map(({ on, value: kept }) => [on, kept])).toEqual([
    ["2026-01-05", 3],
    ["2026-01-12", 40],
  ]);
});

test("rows keep their places while somebody is in them, and find their order afterwards", async () => {
  await openChart(weekly([1, 2, 3]));
  const first = page.getByLabelText("Date of number 1");
  await first.fill("2025-12-01");
  await expect.element(first).toHaveValue("2025-12-01");
  (document.activeElement as HTMLElement | null)?.blur();
  await expect.element(page.getByLabelText("Date of number 3")).toHaveValue("2025-12-01");
});

test("fewer than twelve make a run chart; an XmR chart of them says that its limits are trial limits", async () => {
  const tab = await openChart(weekly(wavering.slice(0, 9)));
  await expect.element(figure().getByText("Run chart of 9 points")).toBeVisible();
  await page.getByText("About this chart").click();
  await page.getByLabelText("Kind of chart").selectOptions("xmr");
  await expect.element(figure().getByText("XmR chart of 9 points")).toBeVisible();
  await expect
    .element(figure().getByText(/^Trial limits: fewer than 12 points \(9\)/))
    .toBeVisible();
  await page.getByRole("radio", { name: "Lower is better" }).click();
  await page.getByLabelText("Target").fill("six");
  await expect.element(page.getByText("“six” is not a number.", { exact: false })).toBeVisible();
  await page.getByLabelText("Target").fill("50");
  await expect
    .element(figure().getByText("As things are, the target of 50 will be met every time."))
    .toBeVisible();
  await page
    .getByRole("checkbox", { name: "Work out average and limits from the first numbers only" })
    .click();
  await page.getByLabelText("How many of the first numbers").fill("11");
  await expect.element(page.getByText("A whole number, 12 or more.")).toBeVisible();
  await expectAccessible();
  expect((await stored(tab)).measures).toMatchObject([
    { chart: "xmr", better: "decrease", target: 50, fixFirst: 12 },
  ]);
});

test("a change is drawn, listed by its number, and may start new limits", async () => {
  const tab = await openChart(weekly([...wavering, ...wavering]));
  await page.getByText("What was changed, and when").click();
  await page.getByRole("button", { name: "Add a change" }).click();
  await page.getByRole("textbox", { name: "From", exact: true }).fill("2026-04-13");
  await page.getByLabelText("What was done differently").fill("Started asking pharmacy at 10");
  await page.getByRole("checkbox", { name: "Work out new limits from this day" }).click();
  await expect.element(page.getByText("(new limits from here)", { exact: false })).toBeVisible();
  await expect
    .poll(() => document.querySelectorAll(".chart__picture .chart-mark--centre").length)
    .toBe(2);
  expect(document.querySelectorAll(".chart__picture .chart-mark--badge")).toHaveLength(1);
  expect((await stored(tab)).changes).toMatchObject([
    { on: "2026-04-13", what: "Started asking pharmacy at 10", restarts: true },
  ]);
  await expectAccessible();
});

test("two charts stand beside each other, and removing one can be undone with all its numbers", async () => {
  const tab = await openChart(weekly([1, 2, 3]));
  await page.getByRole("button", { name: "Another chart" }).click();
  await page.getByPlaceholder("Minutes from", { exact: false }).fill("Late obs");
  await page.getByRole("button", { name: "Start a chart" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Late obs");
  await page.getByLabelText("Which chart").selectOptions("m");
  await expect.element(page.getByText("Point 3 of 3")).toBeVisible();
  await page.getByText("About this chart").click();
  await page.getByRole("button", { name: "Remove this chart" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent("Late obs");
  expect((await stored(tab)).points).toHaveLength(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByLabelText("Which chart")).toBeVisible();
  expect((await stored(tab)).points).toHaveLength(3);
});

test("at 320 pixels and double letters nothing is cut or scrolls sideways", async () => {
  await page.viewport(320, 640);
  document.documentElement.style.fontSize = "200%";
  await openChart(weekly([...wavering, 1, 2, 1, 2, 1, 2, 1, 2], { better: "decrease", target: 3 }));
  await expect.element(slider()).toBeVisible();
  await expect.poll(() => document.querySelector(".chart__picture")).not.toBeNull();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const room = document.querySelector(".chart__room")?.getBoundingClientRect();
  for (const text of document.querySelectorAll(".chart__picture text")) {
    const box = text.getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual((room?.left ?? 0) - 1);
    expect(box.right).toBeLessThanOrEqual((room?.right ?? 320) + 1);
  }
  document.documentElement.style.fontSize = "";
  await page.viewport(820, 1180);
});

test("what may identify someone is marked before a chart leaves; what was accepted stands on paper, not in the record", async () => {
  const tab = await openChart({
    ...weekly(wavering),
    changes: [
      { id: "c", on: "2026-02-10" as Day, what: "Mr Alan Smithson rang pharmacy", restarts: false },
    ],
  });
  await expect.element(page.getByText(/may identify/i).first()).toBeVisible();
  await expect.poll(() => document.querySelector(".chart-paper")?.textContent).toMatch(/Smithson/);
  await page.getByRole("button", { name: "Accept all" }).click();
  await expect
    .poll(() => document.querySelector(".chart-paper")?.textContent)
    .not.toMatch(/Smithson/);
  expect((await stored(tab)).changes[0]?.what).toBe("Mr Alan Smithson rang pharmacy");
  await expectAccessible();
});
