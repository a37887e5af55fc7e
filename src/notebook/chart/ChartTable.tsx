import { useMemo, useState } from "react";
import * as m from "#messages";
import { dayText } from "./dayText.ts";
import { numberText } from "./numberText.ts";
import { meaningText, specialText } from "./pointWords.ts";
import type { ShownChart } from "./ShownChart.ts";
import { workedOut } from "./workedOut.ts";
import "./Chart.css";

/** The table behind a chart, folded; its rows are made when it is opened or printed with it open. */
export function ChartTable({ chart }: { readonly chart: ShownChart }) {
  const { reading, name } = chart;
  const [isOpen, setOpen] = useState(false);
  const worked = useMemo(() => workedOut(reading), [reading]);
  const orNone = (value: number | null | undefined): string =>
    value === null || value === undefined ? m.charts_table_none() : worked(value);
  const hasLimits = reading.stretches.some(({ upper }) => upper !== null);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="chart-table__summary">{m.charts_table_summary()}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
        <section className="chart-table__room" tabIndex={0} aria-label={m.charts_table_summary()}>
          <table>
            <caption className="unseen">{m.charts_table_caption({ name })}</caption>
            <thead>
              <tr>
                <th scope="col">{m.charts_table_date()}</th>
                <th scope="col" className="chart-table__number">
                  {m.charts_table_value()}
                </th>
                <th scope="col">{m.charts_table_special()}</th>
                <th scope="col" className="chart-table__number">
                  {reading.kind === "run" ? m.charts_table_median() : m.charts_table_centre()}
                </th>
                {hasLimits && (
                  <>
                    <th scope="col" className="chart-table__number">
                      {m.charts_table_lower()}
                    </th>
                    <th scope="col" className="chart-table__number">
                      {m.charts_table_upper()}
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {reading.points.map((point, index) => {
                const stretch = reading.stretches[point.stretch];
                const special = specialText(point, reading.kind);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: points of a reading are told apart by their place
                  <tr key={index}>
                    <th scope="row">{dayText.whole(point.on)}</th>
                    <td className="chart-table__number">{numberText.value(point.value)}</td>
                    <td>
                      {special === null
                        ? m.charts_table_none()
                        : `${meaningText(point.meaning)}: ${special}`}
                    </td>
                    <td className="chart-table__number">{orNone(stretch?.centre)}</td>
                    {hasLimits && (
                      <>
                        <td className="chart-table__number">{orNone(stretch?.lower)}</td>
                        <td className="chart-table__number">{orNone(stretch?.upper)}</td>
                      </>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
