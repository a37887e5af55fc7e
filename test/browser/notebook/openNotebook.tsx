import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import "#ui/base.css";
import { expect } from "vitest";
import { instant } from "#base/Clock.ts";
import type { Draft, Entry } from "#core/entry/Entry.ts";
import { BinPage } from "#features/journal/BinPage.tsx";
import { EntryPage } from "#features/journal/EntryPage.tsx";
import { JournalPage } from "#features/journal/JournalPage.tsx";
import { ChooseModelPage } from "#features/reflect/ChooseModelPage.tsx";
import { OwnModelPage } from "#features/reflect/OwnModelPage.tsx";
import { OwnModelsPage } from "#features/reflect/OwnModelsPage.tsx";
import { ReflectPage } from "#features/reflect/ReflectPage.tsx";
import { TodayPage } from "#features/today/TodayPage.tsx";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Toaster } from "#ui/Toaster.tsx";
import { madeUpEntry } from "../../madeUp/madeUpEntry.ts";

export { expectAccessible } from "../expectAccessible.ts";
export { type OpenTab, openTab } from "../proposals/openPlace.tsx";

/** A kept entry of the free page, at noon of a day; made up. */
export const entry = (id: string, text: string, day: Date, over: Partial<Entry> = {}): Entry =>
  madeUpEntry(id, text, instant(day.setHours(12, 0, 0, 0)), over);

/** `days` before today. */
export const daysAgo = (days: number): Date => {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return day;
};

/** Shows the places of the notebook at `path`, as the shell would, in a frame that a tablet has. */
export function showNotebook(
  workspace: Workspace,
  path: string,
  today: { incoming?: string; onIncomingTaken?: () => void } = {},
) {
  const place = (at: string, element: ReactNode) => ({ path: at, element });
  const router = createMemoryRouter(
    [
      place("/", <TodayPage workspace={workspace} {...today} />),
      place("/journal", <JournalPage workspace={workspace} />),
      place("/journal/bin", <BinPage workspace={workspace} />),
      place("/journal/:id", <EntryPage workspace={workspace} />),
      place("/reflect", <ChooseModelPage workspace={workspace} />),
      place("/reflect/models", <OwnModelsPage workspace={workspace} />),
      place("/reflect/models/:id", <OwnModelPage workspace={workspace} />),
      place("/reflect/:model", <ReflectPage workspace={workspace} />),
      place("*", <h1>Elsewhere</h1>),
    ],
    { initialEntries: [path] },
  );
  document.documentElement.lang = "en-GB";
  const shown = render(
    <ReadingProvider workspace={workspace}>
      <main>
        <RouterProvider router={router} />
      </main>
      <Toaster />
      <p id="announcements" aria-live="polite" />
    </ReadingProvider>,
  );
  const where = () => router.state.location.pathname + router.state.location.search;
  return { router, where, ...shown };
}

/** The drafts in the vault. */
export async function storedDrafts(workspace: Workspace): Promise<readonly Draft[]> {
  const drafts = await workspace.vault.drafts();
  if (!drafts.ok) throw new Error(drafts.error.type);
  return drafts.value;
}

/** Waits until the vault holds a draft with these words. */
export const expectDraft = (workspace: Workspace, text: string) =>
  expect
    .poll(async () => (await storedDrafts(workspace)).flatMap((draft) => draft.parts))
    .toEqual(expect.arrayContaining([expect.objectContaining({ text })]));

/** The texts of every kept entry, newest first. */
export async function keptTexts(workspace: Workspace): Promise<readonly string[]> {
  const { ids } = await workspace.reader.timeline({}, workspace.mark());
  const lines = await workspace.reader.lines(ids, workspace.mark());
  return lines.map((line) => line.text);
}
