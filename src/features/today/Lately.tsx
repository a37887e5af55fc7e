import { useId } from "react";
import { Link } from "react-router";
import { instant } from "#base/Clock.ts";
import * as m from "#messages";
import { EntryLines } from "#notebook/EntryLines.tsx";
import type { Models } from "#notebook/useModels.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { useRecurringRanges } from "./useRecurringRanges.ts";
import "./Lately.css";

/** How many entries stand under "Lately", and how far back is looked for them first. */
const most = 7;
const season = 60 * 24 * 60 * 60 * 1000;

/** The newest entries, and those of this day in earlier years. */
export function Lately({
  workspace,
  models,
}: {
  readonly workspace: Workspace;
  readonly models: Models;
}) {
  const id = useId();
  const lately = useReading(workspace, ["lately"], async (reader, since) => {
    const from = instant(workspace.clock.now() - season);
    const near = await reader.timeline({ from }, since);
    const { ids } = near.ids.length >= most ? near : await reader.timeline({}, since);
    return reader.lines(ids.slice(0, most), since);
  });
  const today = useReading(workspace, ["onThisDay"], (reader, since) => {
    const now = workspace.clock.now();
    return reader.onThisDay(now, new Date(now).getTimezoneOffset(), since);
  });
  const before = today.data ?? [];
  const recurring = useRecurringRanges(workspace);
  return (
    <section className="lately" aria-labelledby={id}>
      <div className="lately__head">
        <h2 id={id}>{m.today_lately()}</h2>
        {lately.data && lately.data.length > 0 && (
          <Link className="lately__all" to="/journal">
            {m.today_all_entries()}
          </Link>
        )}
      </div>
      {lately.data?.length === 0 && <p className="lately__empty">{m.today_lately_empty()}</p>}
      {before.length > 0 && (
        <details className="lately__before">
          <summary>{m.today_on_this_day({ count: before.length })}</summary>
          <EntryLines
            lines={before}
            models={models}
            label={m.today_on_this_day({ count: before.length })}
            withYear
          />
        </details>
      )}
      <EntryLines
        lines={lately.data ?? []}
        models={models}
        label={m.today_lately()}
        marksOf={(line) => recurring.get(line.id) ?? []}
      />
    </section>
  );
}
