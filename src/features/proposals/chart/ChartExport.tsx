import { FileSpreadsheet, Image, Printer, Shapes, ShieldCheck } from "lucide-react";
import * as m from "#messages";
import { chartCsv } from "#notebook/chart/chartCsv.ts";
import { chartPng } from "#notebook/chart/chartPng.ts";
import { chartSheet } from "#notebook/chart/chartSheet.ts";
import { chartSvg } from "#notebook/chart/chartSvg.ts";
import type { ShownChart } from "#notebook/chart/ShownChart.ts";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { IdentitySummary } from "#notebook/identityCheck/IdentitySummary.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import type { IdentityReview } from "#notebook/identityCheck/useIdentityReview.ts";
import { dayInName } from "#notebook/saving/dayInName.ts";
import { download } from "#notebook/saving/download.ts";
import { Button } from "#ui/Button.tsx";
import { notify } from "#ui/toasts.ts";

/** A chart as a picture, a drawing, numbers or paper, each by the person's own act. */
export function ChartExport({
  chart,
  review,
  showNear,
  now,
}: {
  /** The copy that leaves. */
  readonly chart: ShownChart;
  readonly review: IdentityReview;
  readonly showNear: boolean;
  readonly now: number;
}) {
  const { leave, question } = useBeforeLeaving(review);
  // What is still being looked at is not marked yet, and would leave as it was written.
  const isChecking = review.state === "checking";
  // The name of a file stands in lists that others see: it says nothing of what is inside.
  const name = `chart-${dayInName(now)}`;
  const save = (ending: string, content: string | Blob, type: string) => {
    download(new File([content], `${name}.${ending}`, { type }));
    notify({ text: m.charts_export_done() });
  };
  const savePng = async () => {
    const picture = await chartPng(chartSheet(chart, showNear));
    if (picture === null) notify({ text: m.charts_export_failed() });
    else save("png", picture, "image/png");
  };
  return (
    <section className="chart-export" aria-labelledby="chart-export">
      <div>
        <h2 className="chart-export__title" id="chart-export">
          {m.charts_export_title()}
        </h2>
        <p className="chart-place__about">{m.charts_export_note()}</p>
      </div>
      {review.count > 0 ? (
        <IdentityReviewView review={review} />
      ) : (
        <div className="chart-export__check">
          <ShieldCheck size={24} strokeWidth={1.75} aria-hidden />
          <IdentitySummary review={review} />
        </div>
      )}
      <div className="chart-export__ways">
        <Button icon={Image} isPending={isChecking} onPress={() => leave(() => void savePng())}>
          {m.charts_export_png()}
        </Button>
        <Button
          icon={Shapes}
          isPending={isChecking}
          onPress={() =>
            leave(() =>
              save("svg", chartSvg(chartSheet(chart, showNear)), "image/svg+xml;charset=utf-8"),
            )
          }
        >
          {m.charts_export_svg()}
        </Button>
        <Button
          icon={FileSpreadsheet}
          isPending={isChecking}
          onPress={() => leave(() => save("csv", chartCsv(chart), "text/csv;charset=utf-8"))}
        >
          {m.charts_export_csv()}
        </Button>
        <Button icon={Printer} isPending={isChecking} onPress={() => leave(() => window.print())}>
          {m.charts_export_print()}
        </Button>
      </div>
      {question}
    </section>
  );
}
