import { cleanup, render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, expect } from "vitest";
import "#ui/base.css";
import { makeWorkspace, startReader, startVault } from "#app/compose.ts";
import { startCharts } from "#app/startCharts.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { ProposalChartPage } from "#features/proposals/chart/ProposalChartPage.tsx";
import { NewProposalPage } from "#features/proposals/NewProposalPage.tsx";
import { PrintProposalPage } from "#features/proposals/PrintProposalPage.tsx";
import { ProposalPage } from "#features/proposals/ProposalPage.tsx";
import { ProposalsPage } from "#features/proposals/ProposalsPage.tsx";
import { ThemePage } from "#features/themes/ThemePage.tsx";
import { ThemesPage } from "#features/themes/ThemesPage.tsx";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Toaster } from "#ui/Toaster.tsx";
import { currentToasts, dismissToast } from "#ui/toasts.ts";

const passphrase = "teal kettle morning";
const closing: (() => void)[] = [];

afterEach(() => {
  cleanup();
  for (const toast of currentToasts()) dismissToast(toast.key);
  for (const close of closing.splice(0)) close();
});

/** A journal open in a tab of its own: the app's real workers, joined as the app joins them. */
export interface OpenTab {
  readonly workspace: Workspace;
  readonly journal: JournalId;
  /** What the app awaits before it locks. */
  readonly saveAll: () => Promise<void>;
  readonly write: (...records: readonly JournalRecord[]) => Promise<void>;
}

const broken = () => {
  throw new Error("a worker failed");
};

/** Begins a journal, or opens one that another tab began. */
export async function openTab(journal?: JournalId): Promise<OpenTab> {
  const thread = startVault(broken);
  const opened = journal
    ? await thread.vault.unlock(journal, { type: "passphrase", passphrase })
    : await thread.vault.begin({
        cover: { symbol: "sailboat", colour: "teal" },
        hiddenName: null,
        passphrase,
        recoveryWords: await thread.vault.recoveryWords(),
      });
  if (!opened.ok) throw new Error(opened.error.type);
  const reading = await startReader(thread.vault, broken);
  closing.push(() => {
    reading.terminate();
    thread.terminate();
  });
  const saves = new Set<() => Promise<boolean>>();
  const workspace = makeWorkspace({
    vault: thread.vault,
    reader: reading.reader,
    beforeLock: (save) => {
      saves.add(save);
      return () => saves.delete(save);
    },
    firstWrite: () => undefined,
  });
  return {
    workspace,
    journal: opened.value,
    saveAll: async () => {
      await Promise.all([...saves].map((save) => save()));
    },
    write: async (...records) => {
      const saved = await workspace.vault.save(records.map((next) => ({ basis: null, next })));
      if (!saved.ok) throw new Error(saved.error.type);
      workspace.wrote(saved.value.mark);
    },
  };
}

/** Shows the places of this part of the app at `path`, as the shell would. */
export function showPlace({ workspace }: OpenTab, path: string) {
  const place = (at: string, element: ReactNode) => ({ path: at, element });
  const router = createMemoryRouter(
    [
      place("/themes", <ThemesPage workspace={workspace} />),
      place("/themes/:id", <ThemePage workspace={workspace} />),
      place("/proposals", <ProposalsPage workspace={workspace} />),
      place("/proposals/new", <NewProposalPage workspace={workspace} />),
      place("/proposals/:id", <ProposalPage workspace={workspace} />),
      place("/proposals/:id/print", <PrintProposalPage workspace={workspace} />),
      place(
        "/proposals/:id/chart",
        <ProposalChartPage workspace={workspace} startCharts={startCharts} />,
      ),
      place("*", <h1>Elsewhere</h1>),
    ],
    { initialEntries: [path] },
  );
  render(
    <ReadingProvider workspace={workspace}>
      <main>
        <RouterProvider router={router} />
      </main>
      <Toaster />
    </ReadingProvider>,
  );
  return { router, path: () => router.state.location.pathname };
}

/** Finds nothing that WCAG 2.2 AA forbids. */
export async function expectAccessible(): Promise<void> {
  document.documentElement.lang = "en-GB";
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { region: { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`),
  ).toEqual([]);
}
