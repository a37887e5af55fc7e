import { useMemo } from "react";
import { chartSheet } from "./chartSheet.ts";
import { SceneMarks } from "./SceneMarks.tsx";
import type { ShownChart } from "./ShownChart.ts";
import "./Chart.css";

/** A chart as it will be on paper, with the words that are to leave; on screen there is nothing of it. */
export function ChartPaper({
  chart,
  showNear,
}: {
  readonly chart: ShownChart;
  readonly showNear: boolean;
}) {
  const sheet = useMemo(() => chartSheet(chart, showNear), [chart, showNear]);
  const { width, height, scene, sceneAt, lines, key, title } = sheet;
  return (
    <svg className="chart-paper" role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`}>
      {lines.map((line) => (
        <text
          key={line.y}
          className={`chart-paper__line ${line.isBold ? "chart-paper__line--bold" : ""}`}
          x={line.x}
          y={line.y}
          fontSize={line.size}
        >
          {line.text}
        </text>
      ))}
      <g transform={`translate(${sceneAt.x} ${sceneAt.y})`} fontSize={scene.em}>
        <SceneMarks marks={scene.marks} />
      </g>
      <g fontSize={scene.em}>
        <SceneMarks marks={key} />
      </g>
    </svg>
  );
}
