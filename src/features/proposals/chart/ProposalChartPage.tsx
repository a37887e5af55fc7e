import type { StartCharts } from "#core/chart/ChartReading.ts";
import { OpenedProposal } from "#features/proposals/OpenedProposal.tsx";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { ChartPlace } from "./ChartPlace.tsx";

/** `/proposals/:id/chart`: what a proposal measures, drawn, and the numbers to write down. */
export function ProposalChartPage({
  workspace,
  startCharts,
}: {
  readonly workspace: Workspace;
  readonly startCharts: StartCharts;
}) {
  return (
    <OpenedProposal workspace={workspace} pageName={m.charts_page()}>
      {(session) => (
        <ChartPlace workspace={workspace} session={session} startCharts={startCharts} />
      )}
    </OpenedProposal>
  );
}
