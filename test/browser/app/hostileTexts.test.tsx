import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ModelId } from "#core/identifiers.ts";
import type { EntryLine as Line } from "#core/journal/Reader.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { MemberId, SpaceId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Space.ts";
import { EntryDetails } from "#features/journal/EntryDetails.tsx";
import { SharePreview } from "#features/proposals/shared/SharePreview.tsx";
import { EntryLine } from "#notebook/EntryLine.tsx";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import { useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { gatherHostileTexts } from "../../hostile/gatherHostileTexts.ts";
import { showNotebook } from "../notebook/openNotebook.tsx";
import { type OpenTab, openTab, showPlace } from "../proposals/openPlace.tsx";
import { dayOf2026, entry, proposal, theme } from "../proposals/wardJournal.ts";

const files = import.meta.glob<string>(
  [
    "../../../../shared/data/hostile/xss/dompurify-expect.json",
    "../../../../shared/data/hostile/xss/payloadbox-sample.txt",
    "../../../../shared/data/hostile/strings/blns-dev.json",
  ],
  { query: "?raw", import: "default", eager: true },
);
const texts = gatherHostileTexts(
  (name) => Object.entries(files).find(([path]) => path.endsWith(name))?.[1] ?? null,
);
/** Thousands of lines take a busy machine a while. */
const patient = { timeout: 60_000 };
const trimmed = texts.map((text) => text.trim());
/** What a line in a list shows: the first 280 characters, never half of a pair. */
const beginning = (text: string) => text.slice(0, 280).replace(/[\ud800-\udbff]$/, "");
const day = dayOf2026(11, 20);
const numbered = <T,>(make: (text: string, index: number) => T): T[] => texts.map(make);

/** What the browser would have done by now had any of it been more than text. */
const nothingHappened = () => expect(Reflect.get(window, "__xss")).toBeUndefined();

/** The names of the elements within, in order: the same for every text if each is text alone. */
const elementsOf = (element: Element) =>
  [...element.querySelectorAll("*")].map(({ tagName }) => tagName).join(" ");

/** One element for each text, each holding exactly it and no element that a harmless word would not. */
function expectTexts(found: Iterable<Element>, expected: readonly string[], holder = ""): void {
  const all = [...found];
  const shown = (element: Element) =>
    (holder === "" ? element : element.querySelector(holder))?.textContent;
  expect(all.map(shown).toSorted()).toEqual(expected.toSorted());
  expect(new Set(all.map(elementsOf)).size).toBe(1);
  nothingHappened();
}

/** Titles in a list, each with the text it is of: whole where one could type it, else how that begins. */
function expectTitles(shown: readonly (readonly [title: string, text: string])[]): void {
  const [whole, cut] = [
    shown.filter(([, text]) => text.length <= 150),
    shown.filter(([, text]) => text.length > 150),
  ];
  expect(whole.map(([title]) => title)).toEqual(whole.map(([, text]) => text));
  for (const [title, text] of cut) {
    expect(title).toMatch(/^.{110,150}…$/s);
    expect(text.startsWith(title.slice(0, -1))).toBe(true);
    expect(title.isWellFormed()).toBe(text.isWellFormed());
  }
  if (texts.length > 2000) expect(cut.length).toBeGreaterThan(100);
}

async function write(tab: OpenTab, records: readonly JournalRecord[]): Promise<void> {
  for (let at = 0; at < records.length; at += 400) await tab.write(...records.slice(at, at + 400));
}

test("the texts are all here, or the project's own few are", () => {
  expect(texts.length).toBeGreaterThan(Object.keys(files).length === 3 ? 2000 : 8);
});

test("a control: as HTML, the same texts are more than text", () => {
  const target = new DOMParser().parseFromString(texts.slice(0, 9).join(""), "text/html");
  expect(elementsOf(target.body)).not.toBe("");
});

const entries = numbered((text, index) => ({
  ...entry(`e${index}`, text, day, "neither"),
  tags: [text],
  setting: text,
  roles: [text],
}));
const ids = entries.map(({ id }) => id);

const team: Space = {
  id: "ward" as SpaceId,
  kind: "team",
  name: "Ward",
  server: null,
  state: { type: "open" },
  me: "me" as MemberId,
  members: [],
  status: { exchange: { type: "byFile" }, toSend: 0, live: "off", told: [] },
};

/** Shows something of the notebook, where there is a journal to read and links lead somewhere. */
const show = (workspace: Workspace, element: ReactNode) =>
  render(
    <ReadingProvider workspace={workspace}>
      <MemoryRouter>{element}</MemoryRouter>
    </ReadingProvider>,
  );

/** Every entry as a line and with its details, and every text as a heading. */
function Lists({
  workspace,
  lines,
}: {
  readonly workspace: Workspace;
  readonly lines: readonly Line[];
}) {
  const models = useModels(workspace);
  return (
    <>
      {lines.map((line) => (
        <EntryLine key={line.id} line={line} models={models} />
      ))}
      {entries.map((each) => (
        <EntryDetails key={each.id} entry={each} models={models} />
      ))}
      {numbered((text, index) => (
        <PageHeader key={index} title={text} pageName="Theme" />
      ))}
      {numbered((text, index) => (
        <SharePreview
          key={index}
          team={team}
          name="Ward"
          copy={proposal(`s${index}`, { title: text })}
          going={[]}
        />
      ))}
    </>
  );
}

test("every text is text as an entry in a list, as a tag, a setting, a role, a heading and a whole title", {
  timeout: 240_000,
}, async () => {
  const tab = await openTab();
  const { workspace } = tab;
  await write(tab, entries);
  const lines = await workspace.reader.lines(ids, workspace.mark());
  show(workspace, <Lists workspace={workspace} lines={lines} />);
  const found = (selector: string) => document.querySelectorAll(selector);
  await expect.poll(() => found(".line").length, patient).toBe(texts.length);
  expectTexts(found(".line"), texts.map(beginning), ".line__words");
  expectTexts(found(".line"), texts, ".line__facts");
  // Tags, setting and roles, in this order.
  expectTexts(found(".entry-details__fact:nth-child(1)"), texts, "dd");
  expectTexts(found(".entry-details__fact:nth-child(2)"), trimmed, "dd");
  expectTexts(found(".entry-details__fact:nth-child(3)"), texts, "dd");
  expectTexts(found(".page-header"), texts, "h1");
  expectTexts(found(".outline-preview"), trimmed, "h3");
});

test("every text is text as the name of a theme, of a model and as the title of a proposal", {
  timeout: 240_000,
}, async () => {
  const tab = await openTab();
  const dates = { createdAt: day, editedAt: day, deletedAt: null };
  await write(tab, [
    ...entries,
    ...numbered((text, index) => theme(`t${index}`, entries.slice(index, index + 1), text)),
    ...numbered(
      (text, index): OwnModel => ({
        kind: "model",
        id: `m${index}` as ModelId,
        name: text,
        parts: [{ part: `m${index}.1`, title: text, prompt: text }],
        ...dates,
      }),
    ),
    ...numbered((text, index) => proposal(`p${index}`, { title: text })),
  ]);
  showPlace(tab, "/themes");
  await page.getByRole("button", { name: `Show all ${texts.length}` }).click();
  const cards = () => document.querySelectorAll("[aria-labelledby=begins] .card-link");
  await expect.poll(() => cards().length, patient).toBe(texts.length);
  expectTexts(cards(), texts, ".card-link__title");
  cleanup();

  showPlace(tab, "/proposals");
  const titles = () => [...document.querySelectorAll(".card-link")];
  await expect.poll(() => titles().length, patient).toBe(texts.length);
  const shown = titles().map((card) => {
    const of = Number(/\/p(\d+)$/.exec(card.getAttribute("href") ?? "")?.[1]);
    return [card.querySelector(".card-link__title")?.textContent ?? "", trimmed[of] ?? ""] as const;
  });
  expect(shown.map(([, text]) => text).toSorted()).toEqual(trimmed.toSorted());
  expectTitles(shown);
  expect(new Set(titles().map(elementsOf)).size).toBe(1);
  nothingHappened();
  cleanup();

  showNotebook(tab.workspace, "/reflect/models");
  const names = () => document.querySelectorAll(".own-model");
  await expect.poll(() => names().length, patient).toBe(texts.length);
  expectTexts(names(), trimmed, ".own-model__name");
});
