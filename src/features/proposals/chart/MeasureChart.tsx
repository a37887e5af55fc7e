import { useMemo, useState } from "react";
import type { StartCharts } from "#core/chart/ChartReading.ts";
import { chartQuestion } from "#core/measure/chartQuestion.ts";
import * as m from "#messages";
import { ChartFigure } from "#notebook/chart/ChartFigure.tsx";
import { ChartPaper } from "#notebook/chart/ChartPaper.tsx";
import type { ShownChart } from "#notebook/chart/ShownChart.ts";
import { useChart } from "#notebook/chart/useChart.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Card } from "#ui/Card.tsx";
import { Notice } from "#ui/Notice.tsx";
import { ChartExport } from "./ChartExport.tsx";
import type { Measured } from "./Measured.ts";
import { useChartReview } from "./useChartReview.ts";

/** One measure drawn, and the ways to take it out. */
export function MeasureChart({
  workspace,
  measuring,
  measure,
  startCharts,
}: Omit<Measured, "change" | "newId"> & {
  readonly workspace: Workspace;
  readonly startCharts: StartCharts;
}) {
  const [showNear, setShowNear] = useState(false);
  const question = useMemo(() => chartQuestion(measuring, measure), [measuring, measure]);
  const state = useChart(startCharts, question);
  const reading = state.type === "read" ? state.reading : null;
  const chart = useMemo(
    (): ShownChart | null =>
      reading && {
        name: measure.name.trim() || m.charts_untitled(),
        unit: measure.unit.trim(),
        reading,
        changes: measuring.changes.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
      },
    [reading, measure, measuring],
  );
  const { review, leaving } = useChartReview(workspace, chart);
  return (
    <Card className="measure-chart" aria-label={m.charts_page()}>
      {state.type === "reading" && <p role="status">{m.charts_reading()}</p>}
      {state.type === "failed" && <Notice tone="danger">{m.charts_failed()}</Notice>}
      {chart && (
        <>
          <ChartFigure chart={chart} showNear={showNear} onShowNear={setShowNear} />
          {leaving && leaving.reading.points.length > 0 && (
            <>
              <ChartExport
                chart={leaving}
                review={review}
                showNear={showNear}
                now={workspace.clock.now()}
              />
              <ChartPaper chart={leaving} showNear={showNear} />
            </>
          )}
        </>
      )}
    </Card>
  );
}
