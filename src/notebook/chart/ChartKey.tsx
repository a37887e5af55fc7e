import type { ReactNode } from "react";
import * as m from "#messages";
import type { ChartMark, ShapeRole } from "./ChartScene.ts";
import { circle, marker, meaningRole, pathThrough } from "./chartShapes.ts";
import { meaningsIn } from "./chartSheet.ts";
import { numberText } from "./numberText.ts";
import { meaningText } from "./pointWords.ts";
import { SceneMarks } from "./SceneMarks.tsx";
import type { ShownChart } from "./ShownChart.ts";
import { workedOut } from "./workedOut.ts";
import "./Chart.css";

function One({ marks, children }: { readonly marks: readonly ChartMark[]; children: ReactNode }) {
  return (
    <li className="chart-key__one">
      <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden>
        <SceneMarks marks={marks} />
      </svg>
      <span>{children}</span>
    </li>
  );
}

const line = (role: ShapeRole): readonly ChartMark[] => [
  {
    type: "shape",
    role,
    path: pathThrough([
      [1, 10],
      [33, 10],
    ]),
  },
];

/** What each shape and line of the drawing means, only those that occur, with the figures of the lines. */
export function ChartKey({
  chart,
  showNear,
}: {
  readonly chart: ShownChart;
  readonly showNear: boolean;
}) {
  const { reading, changes } = chart;
  const latest = reading.stretches.at(-1);
  const worked = workedOut(reading);
  return (
    <ul className="chart-key" aria-label={m.charts_key()}>
      {meaningsIn(chart).map((meaning) => (
        <One
          key={meaning}
          marks={[
            { type: "shape", role: meaningRole[meaning], path: marker(meaning, 17, 10, 5.5) },
          ]}
        >
          {meaningText(meaning)}
        </One>
      ))}
      {latest && (
        <One marks={line("centre")}>
          {reading.kind === "run" ? m.charts_key_median() : m.charts_key_centre()}{" "}
          <b>{worked(latest.centre)}</b>
        </One>
      )}
      {latest && latest.lower !== null && latest.upper !== null && (
        <One marks={line(latest.isTrial ? "trial" : "limit")}>
          {latest.isTrial ? m.charts_key_trial() : m.charts_key_limits()}{" "}
          <b>
            {m.charts_key_between({ lower: worked(latest.lower), upper: worked(latest.upper) })}
          </b>
        </One>
      )}
      {showNear && latest?.nearUpper !== null && latest?.nearUpper !== undefined && (
        <One marks={line("near")}>{m.charts_key_near()}</One>
      )}
      {reading.target !== null && (
        <One marks={line("target")}>
          {m.charts_key_target()} <b>{numberText.value(reading.target)}</b>
        </One>
      )}
      {changes.length > 0 && (
        <One marks={[{ type: "shape", role: "badge", path: circle(17, 10, 7) }]}>
          {m.charts_key_change()}
        </One>
      )}
    </ul>
  );
}
