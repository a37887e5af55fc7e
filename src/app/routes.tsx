import type { RouteObject } from "react-router";
import type { PlaceParts } from "./PlaceParts.ts";
import { place } from "./place.tsx";
import { BrokenPlace } from "./shell/BrokenPlace.tsx";
import { NotFoundPage } from "./shell/NotFoundPage.tsx";
import { Shell } from "./shell/Shell.tsx";
import { startCharts } from "./startCharts.ts";
import { startExchange } from "./startExchange.ts";
import { teamRoutes } from "./teamRoutes.tsx";
import { version } from "./version.ts";

/** The routes of product.md section 2. */
export function makeRoutes(parts: PlaceParts): RouteObject[] {
  const { workspace, lock, tabs, door, journalId } = parts;
  const exchange = { workspace, startExchange };
  const incoming = { text: parts.incoming };
  return [
    {
      element: <Shell workspace={workspace} lock={lock} tabs={tabs} />,
      ErrorBoundary: BrokenPlace,
      children: [
        place("/", async () => {
          const { TodayPlace } = await import("./TodayPlace.tsx");
          return <TodayPlace workspace={workspace} incoming={incoming} />;
        }),
        place("/journal", async () => {
          const { JournalPage } = await import("#features/journal/JournalPage.tsx");
          return <JournalPage workspace={workspace} />;
        }),
        place("/journal/bin", async () => {
          const { BinPage } = await import("#features/journal/BinPage.tsx");
          return <BinPage workspace={workspace} />;
        }),
        place("/journal/:id", async () => {
          const { EntryPage } = await import("#features/journal/EntryPage.tsx");
          return <EntryPage workspace={workspace} />;
        }),
        place("/reflect", async () => {
          const { ChooseModelPage } = await import("#features/reflect/ChooseModelPage.tsx");
          return <ChooseModelPage workspace={workspace} />;
        }),
        place("/reflect/models", async () => {
          const { OwnModelsPage } = await import("#features/reflect/OwnModelsPage.tsx");
          return <OwnModelsPage workspace={workspace} />;
        }),
        place("/reflect/models/:id", async () => {
          const { OwnModelPage } = await import("#features/reflect/OwnModelPage.tsx");
          return <OwnModelPage workspace={workspace} />;
        }),
        place("/reflect/:model", async () => {
          const { ReflectPage } = await import("#features/reflect/ReflectPage.tsx");
          return <ReflectPage workspace={workspace} />;
        }),
        place("/themes", async () => {
          const { ThemesPage } = await import("#features/themes/ThemesPage.tsx");
          return <ThemesPage workspace={workspace} />;
        }),
        place("/themes/:id", async () => {
          const { ThemePage } = await import("#features/themes/ThemePage.tsx");
          return <ThemePage workspace={workspace} />;
        }),
        place("/proposals", async () => {
          const { ProposalsPage } = await import("#features/proposals/ProposalsPage.tsx");
          return <ProposalsPage workspace={workspace} />;
        }),
        place("/proposals/new", async () => {
          const { NewProposalPage } = await import("#features/proposals/NewProposalPage.tsx");
          return <NewProposalPage workspace={workspace} />;
        }),
        place("/proposals/:id", async () => {
          const { ProposalPage } = await import("#features/proposals/ProposalPage.tsx");
          return <ProposalPage workspace={workspace} />;
        }),
        place("/proposals/:id/print", async () => {
          const { PrintProposalPage } = await import("#features/proposals/PrintProposalPage.tsx");
          return <PrintProposalPage workspace={workspace} />;
        }),
        place("/proposals/:id/chart", async () => {
          const { ProposalChartPage } = await import(
            "#features/proposals/chart/ProposalChartPage.tsx"
          );
          return <ProposalChartPage workspace={workspace} startCharts={startCharts} />;
        }),
        ...teamRoutes(parts),
        place("/settings", async () => {
          const [{ SettingsPlace }, { ExampleCard }] = await Promise.all([
            import("./SettingsPlace.tsx"),
            import("#features/exchange/ExampleCard.tsx"),
          ]);
          return (
            <SettingsPlace
              workspace={workspace}
              version={version}
              example={<ExampleCard {...exchange} />}
              door={door}
              journalId={journalId}
              onSealed={() => void lock.lock()}
              onErased={lock.abandon}
            />
          );
        }),
        place("/settings/import", async () => {
          const { ImportPage } = await import("#features/exchange/ImportPage.tsx");
          return <ImportPage {...exchange} />;
        }),
        place("/settings/export", async () => {
          const { ExportPage } = await import("#features/exchange/ExportPage.tsx");
          return <ExportPage {...exchange} />;
        }),
        { path: "*", element: <NotFoundPage /> },
      ],
    },
  ];
}
