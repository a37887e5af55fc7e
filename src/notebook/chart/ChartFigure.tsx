import { useId } from "react";
import * as m from "#messages";
import { CheckField } from "#ui/CheckField.tsx";
import { ChartDrawing } from "./ChartDrawing.tsx";
import { ChartKey } from "./ChartKey.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { dayText } from "./dayText.ts";
import { caveatText, findingTexts, kindText, leadText } from "./findingText.ts";
import { AssuranceGlance, VariationPicture } from "./Glance.tsx";
import type { ShownChart } from "./ShownChart.ts";
import "./Chart.css";

/**
 * A measure as a person meets it: one sentence and a small picture, the drawing, its key, the changes
 * that were made, what the chart shows and what it does not, and the table behind it.
 */
export function ChartFigure({
  chart,
  showNear,
  onShowNear,
}: {
  readonly chart: ShownChart;
  readonly showNear: boolean;
  readonly onShowNear: (showNear: boolean) => void;
}) {
  const { reading, changes, unit } = chart;
  const id = useId();
  const latest = reading.points.at(-1);
  const hasNear = reading.stretches.some(({ nearUpper }) => nearUpper !== null);
  return (
    <figure className="chart-figure" aria-labelledby={`${id}-lead`}>
      <div className="glances">
        <p className="glance" id={`${id}-lead`}>
          {reading.points.length > 1 && (
            <VariationPicture
              variation={reading.variation}
              isHigh={latest?.cause.type !== "none" && latest?.cause.high === true}
            />
          )}
          <span className="glance__lead">{leadText(reading)}</span>
        </p>
        {reading.assurance !== null && <AssuranceGlance assurance={reading.assurance} />}
        {reading.points.length > 0 && <p className="glances__kind">{kindText(reading)}</p>}
      </div>
      {reading.points.length > 0 && (
        <>
          <ChartDrawing chart={chart} showNear={showNear} />
          <ChartKey chart={chart} showNear={showNear} />
        </>
      )}
      {changes.length > 0 && reading.points.length > 0 && (
        <div>
          <h2 className="chart-figure__head">{m.charts_changes()}</h2>
          <ol className="chart-changes">
            {changes.map((change) => (
              <li key={change.id}>
                {dayText.whole(change.on)}:{" "}
                {change.what.trim() === "" ? (
                  m.charts_change_unsaid()
                ) : (
                  <span className="own-words">{change.what}</span>
                )}
                {change.restarts && ` (${m.charts_change_restarts()})`}
              </li>
            ))}
          </ol>
        </div>
      )}
      <figcaption className="chart-figure__said">
        {findingTexts(reading, unit).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {reading.caveats.length > 0 && (
          <>
            <h2 className="chart-figure__head">{m.charts_caveat_title()}</h2>
            <ul className="chart-figure__caveats">
              {reading.caveats.map((caveat) => (
                <li key={caveat.type}>{caveatText(caveat)}</li>
              ))}
            </ul>
          </>
        )}
      </figcaption>
      {hasNear && (
        <div className="chart-figure__choice">
          <CheckField isSelected={showNear} onChange={onShowNear}>
            {m.charts_show_near()}
          </CheckField>
        </div>
      )}
      {reading.points.length > 0 && <ChartTable chart={chart} />}
    </figure>
  );
}
