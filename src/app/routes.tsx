import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import type { Lock } from "./lock/createLock.ts";
import type { TabLine } from "./lock/TabNews.ts";
import { BrokenPlace } from "./shell/BrokenPlace.tsx";
import { NotFoundPage } from "./shell/NotFoundPage.tsx";
import { Shell } from "./shell/Shell.tsx";
import { startExchange } from "./startExchange.ts";
import { version } from "./version.ts";

/** What the places of one open journal are made with. */
export interface PlaceParts {
  readonly workspace: Workspace;
  readonly lock: Lock;
  readonly tabs: TabLine;
  /** Text shared from another app, for Today's field; taken once. */
  readonly incoming: string | null;
  readonly door: Door;
  /** Which journal is open. */
  readonly journalId: JournalId;
}

type Page = ComponentType<{ readonly workspace: Workspace }>;

/** The routes of product.md section 2, each loaded when it is first entered. */
export function makeRoutes({
  workspace,
  lock,
  tabs,
  incoming,
  door,
  journalId,
}: PlaceParts): RouteObject[] {
  const place = (path: string, load: () => Promise<Page>): RouteObject => ({
    path,
    ErrorBoundary: BrokenPlace,
    lazy: async () => {
      const Place = await load();
      return { element: <Place workspace={workspace} /> };
    },
  });
  const exchange = { workspace, startExchange };
  return [
    {
      element: <Shell workspace={workspace} lock={lock} tabs={tabs} />,
      ErrorBoundary: BrokenPlace,
      children: [
        {
          path: "/",
          ErrorBoundary: BrokenPlace,
          lazy: async () => {
            const { TodayPlace } = await import("./TodayPlace.tsx");
            return { element: <TodayPlace workspace={workspace} incoming={{ text: incoming }} /> };
          },
        },
        place(
          "/journal",
          async () => (await import("#features/journal/JournalPage.tsx")).JournalPage,
        ),
        place("/journal/bin", async () => (await import("#features/journal/BinPage.tsx")).BinPage),
        place(
          "/journal/:id",
          async () => (await import("#features/journal/EntryPage.tsx")).EntryPage,
        ),
        place(
          "/reflect",
          async () => (await import("#features/reflect/ChooseModelPage.tsx")).ChooseModelPage,
        ),
        place(
          "/reflect/models",
          async () => (await import("#features/reflect/OwnModelsPage.tsx")).OwnModelsPage,
        ),
        place(
          "/reflect/models/:id",
          async () => (await import("#features/reflect/OwnModelPage.tsx")).OwnModelPage,
        ),
        place(
          "/reflect/:model",
          async () => (await import("#features/reflect/ReflectPage.tsx")).ReflectPage,
        ),
        place("/themes", async () => (await import("#features/themes/ThemesPage.tsx")).ThemesPage),
        place(
          "/themes/:id",
          async () => (await import("#features/themes/ThemePage.tsx")).ThemePage,
        ),
        place(
          "/proposals",
          async () => (await import("#features/proposals/ProposalsPage.tsx")).ProposalsPage,
        ),
        place(
          "/proposals/new",
          async () => (await import("#features/proposals/NewProposalPage.tsx")).NewProposalPage,
        ),
        place(
          "/proposals/:id",
          async () => (await import("#features/proposals/ProposalPage.tsx")).ProposalPage,
        ),
        place(
          "/proposals/:id/print",
          async () => (await import("#features/proposals/PrintProposalPage.tsx")).PrintProposalPage,
        ),
        {
          path: "/settings",
          ErrorBoundary: BrokenPlace,
          lazy: async () => {
            const [{ SettingsPage }, { ExampleCard }] = await Promise.all([
              import("#features/settings/SettingsPage.tsx"),
              import("#features/exchange/ExampleCard.tsx"),
            ]);
            return {
              element: (
                <SettingsPage
                  workspace={workspace}
                  version={version}
                  door={door}
                  journalId={journalId}
                  onLock={() => void lock.lock()}
                  onErased={lock.abandon}
                  example={<ExampleCard {...exchange} />}
                />
              ),
            };
          },
        },
        {
          path: "/settings/import",
          ErrorBoundary: BrokenPlace,
          lazy: async () => {
            const { ImportPage } = await import("#features/exchange/ImportPage.tsx");
            return { element: <ImportPage {...exchange} /> };
          },
        },
        {
          path: "/settings/export",
          ErrorBoundary: BrokenPlace,
          lazy: async () => {
            const { ExportPage } = await import("#features/exchange/ExportPage.tsx");
            return { element: <ExportPage {...exchange} /> };
          },
        },
        { path: "*", Component: NotFoundPage },
      ],
    },
  ];
}
