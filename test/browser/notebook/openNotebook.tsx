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
import type { Workspace } from "#notebook/Workspace.ts";
import { madeUpEntry } from "../../madeUp/madeUpEntry.ts";
import { showPages } from "../showPages.tsx";

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
  const pages = {
    "/": <TodayPage workspace={workspace} {...today} />,
    "/journal": <JournalPage workspace={workspace} />,
    "/journal/bin": <BinPage workspace={workspace} />,
    "/journal/:id": <EntryPage workspace={workspace} />,
    "/reflect": <ChooseModelPage workspace={workspace} />,
    "/reflect/models": <OwnModelsPage workspace={workspace} />,
    "/reflect/models/:id": <OwnModelPage workspace={workspace} />,
    "/reflect/:model": <ReflectPage workspace={workspace} />,
  };
  const announcements = <p id="announcements" aria-live="polite" />;
  const shown = showPages(workspace, path, pages, announcements);
  const where = () => shown.router.state.location.pathname + shown.router.state.location.search;
  return { ...shown, where };
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
