import { ArrowLeft, Plus } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { newId } from "#base/newId.ts";
import type { StartCharts } from "#core/chart/ChartReading.ts";
import { blankMeasure } from "#core/measure/blankMeasure.ts";
import { localDay } from "#core/measure/Day.ts";
import { editMeasuring } from "#core/measure/editMeasuring.ts";
import type { Measuring } from "#core/measure/Measuring.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { FailureNotice } from "#features/proposals/FailureNotice.tsx";
import { KeptLine } from "#features/proposals/KeptLine.tsx";
import * as m from "#messages";
import type { RecordSession } from "#notebook/recordSession.ts";
import { shortTitle } from "#notebook/shownTitle.ts";
import { useRecordState } from "#notebook/useRecordEditor.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { BeginMeasure } from "./BeginMeasure.tsx";
import { ChangeNotes } from "./ChangeNotes.tsx";
import { MeasureChart } from "./MeasureChart.tsx";
import { MeasureOptions } from "./MeasureOptions.tsx";
import { PastePoints } from "./PastePoints.tsx";
import { PointRows } from "./PointRows.tsx";
import "./ChartPlace.css";

/** The charts of one proposal: one shown at a time, with its numbers below it. */
export function ChartPlace({
  workspace,
  session,
  startCharts,
}: {
  readonly workspace: Workspace;
  readonly session: RecordSession<Proposal>;
  readonly startCharts: StartCharts;
}) {
  const { record: proposal, safety } = useRecordState(session);
  const [search, setSearch] = useSearchParams();
  const [isBeginning, setBeginning] = useState(false);
  const { measuring } = proposal;
  const change = (next: (measuring: Measuring) => Measuring) =>
    session.change((now) => ({ ...now, measuring: next(now.measuring) }));
  const measure =
    measuring.measures.find(({ id }) => id === search.get("measure")) ?? measuring.measures[0];
  const show = (id: string) => setSearch({ measure: id }, { replace: true });
  const begin = (name: string) => {
    const fresh = blankMeasure(newId(workspace.random), name);
    change((now) => editMeasuring.putMeasure(now, fresh));
    setBeginning(false);
    show(fresh.id);
  };
  const today = localDay(workspace.clock.now());
  const measured = measure && {
    measuring,
    measure,
    change,
    newId: () => newId(workspace.random),
  };
  return (
    <div className="chart-place">
      <PageHeader
        pageName={m.charts_page()}
        title={measure ? measure.name.trim() || m.charts_untitled() : m.charts_page()}
        eyebrow={shortTitle(proposal)}
        actions={
          <LinkButton variant="quiet" icon={ArrowLeft} to={`/proposals/${proposal.id}`}>
            {m.charts_back()}
          </LinkButton>
        }
      />
      <FailureNotice safety={safety} proposal={proposal} onTryAgain={() => void session.flush()} />
      {measuring.measures.length > 1 && measure && (
        <div className="chart-place__which">
          <SelectField
            label={m.charts_which()}
            items={measuring.measures.map(({ id, name }) => ({
              id,
              label: name.trim() || m.charts_untitled(),
            }))}
            value={measure.id}
            onChange={show}
          />
        </div>
      )}
      {measured && today && (
        <>
          <MeasureChart
            key={measured.measure.id}
            {...measured}
            workspace={workspace}
            startCharts={startCharts}
          />
          <section className="chart-place__part" aria-labelledby="numbers">
            <div>
              <h2 id="numbers">{m.charts_numbers()}</h2>
              <p className="chart-place__about">{m.charts_numbers_about()}</p>
            </div>
            <PointRows key={measured.measure.id} {...measured} today={today} />
            <PastePoints key={`paste-${measured.measure.id}`} {...measured} />
          </section>
          <ChangeNotes {...measured} today={today} />
          <MeasureOptions key={`options-${measured.measure.id}`} {...measured} />
        </>
      )}
      {(!measure || isBeginning) && (
        <BeginMeasure isFirst={!measure} onBegin={begin} onClose={() => setBeginning(false)} />
      )}
      {measure && !isBeginning && (
        <div className="chart-place__another">
          <Button icon={Plus} onPress={() => setBeginning(true)}>
            {m.charts_another()}
          </Button>
          <p className="chart-place__about">{m.charts_another_about()}</p>
        </div>
      )}
      <div className="proposal-foot">
        <KeptLine safety={safety} editedAt={proposal.editedAt} clock={workspace.clock} />
      </div>
    </div>
  );
}
