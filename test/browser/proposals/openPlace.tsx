import { cleanup } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, expect } from "vitest";
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
import type { Workspace } from "#notebook/Workspace.ts";
import { currentToasts, dismissToast } from "#ui/toasts.ts";
import { showPages } from "../showPages.tsx";

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

/** Shows the places of themes and proposals at `path`. */
export const showPlace = ({ workspace }: OpenTab, path: string) =>
  showPages(workspace, path, {
    "/themes": <ThemesPage workspace={workspace} />,
    "/themes/:id": <ThemePage workspace={workspace} />,
    "/proposals": <ProposalsPage workspace={workspace} />,
    "/proposals/new": <NewProposalPage workspace={workspace} />,
    "/proposals/:id": <ProposalPage workspace={workspace} />,
    "/proposals/:id/print": <PrintProposalPage workspace={workspace} />,
    "/proposals/:id/chart": <ProposalChartPage workspace={workspace} startCharts={startCharts} />,
  });

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
