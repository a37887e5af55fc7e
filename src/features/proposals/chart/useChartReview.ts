import { useMemo } from "react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import * as m from "#messages";
import type { ShownChart } from "#notebook/chart/ShownChart.ts";
import {
  type IdentityReview,
  useIdentityReview,
} from "#notebook/identityCheck/useIdentityReview.ts";
import type { Workspace } from "#notebook/Workspace.ts";

const nothing: readonly CheckedText[] = [];

/** The words of a chart that leave with it: its name, its unit and the notes on changes. */
function wordsOf(chart: ShownChart): readonly CheckedText[] {
  return [
    { id: "name", label: m.charts_option_name(), text: chart.name },
    { id: "unit", label: m.charts_option_unit(), text: chart.unit },
    ...chart.changes.map(({ id, what }) => ({
      id: `change ${id}`,
      label: m.charts_note_what(),
      text: what,
    })),
  ].filter(({ text }) => text.trim() !== "");
}

/** A chart on its way out: what may identify someone in its words, and the copy that leaves, as decided so far. */
export function useChartReview(
  workspace: Workspace,
  chart: ShownChart | null,
): { readonly review: IdentityReview; readonly leaving: ShownChart | null } {
  const texts = useMemo(() => (chart ? wordsOf(chart) : nothing), [chart]);
  const review = useIdentityReview(workspace.identity, texts);
  const leaving = useMemo(() => {
    if (chart === null) return null;
    const decided = new Map(review.texts.map(({ id, text }) => [id, text]));
    return {
      ...chart,
      name: decided.get("name") ?? chart.name,
      unit: decided.get("unit") ?? chart.unit,
      changes: chart.changes.map((change) => ({
        ...change,
        what: decided.get(`change ${change.id}`) ?? change.what,
      })),
    };
  }, [chart, review.texts]);
  return { review, leaving };
}
