import { useEffect, useState } from "react";
import type { ChartQuestion } from "#core/chart/ChartQuestion.ts";
import type { ChartReading, Charts, StartCharts } from "#core/chart/ChartReading.ts";

/** A series on its way to being read; while it is read anew, the last reading stays. */
export type ReadingState =
  | { readonly type: "reading" }
  | { readonly type: "failed" }
  | { readonly type: "read"; readonly reading: ChartReading };

/** Reads a series in the engine's worker, again whenever `question` is another object; the worker ends with the component. */
export function useChart(startCharts: StartCharts, question: ChartQuestion): ReadingState {
  const [state, setState] = useState<ReadingState>({ type: "reading" });
  const [charts, setCharts] = useState<Charts | null>(null);
  useEffect(() => {
    const started = startCharts(() => setState({ type: "failed" }));
    // A Comlink proxy is callable: as a value it has to be wrapped, or React would call it.
    setCharts(() => started.charts);
    return () => {
      setCharts(null);
      started.stop();
    };
  }, [startCharts]);
  useEffect(() => {
    if (charts === null) return;
    let isStale = false;
    void charts.read(question).then((read) => {
      if (isStale) return;
      setState(read.ok ? { type: "read", reading: read.value } : { type: "failed" });
    });
    return () => {
      isStale = true;
    };
  }, [charts, question]);
  return state;
}
