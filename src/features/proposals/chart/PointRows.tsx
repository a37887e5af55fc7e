import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import type { Day } from "#core/measure/Day.ts";
import { editMeasuring } from "#core/measure/editMeasuring.ts";
import type { MeasurePoint } from "#core/measure/Measuring.ts";
import { nextDay } from "#core/measure/nextDay.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { notify } from "#ui/toasts.ts";
import type { Measured } from "./Measured.ts";
import { PointRow } from "./PointRow.tsx";

/** So many rows are shown at first, and so many more each time they are asked for: thousands of fields would make the page slow. */
const shownAtFirst = 8;
const shownMore = 50;

const newestFirst = (points: readonly MeasurePoint[]): readonly string[] =>
  points
    .map(({ id, on }, index) => ({ id, on, index }))
    .sort((a, b) => (a.on === b.on ? b.index - a.index : a.on < b.on ? 1 : -1))
    .map(({ id }) => id);

/**
 * The numbers of a measure, each in a row of its own to be changed in place. While somebody is in
 * them, rows keep their places even when a date is changed, so that nothing jumps away under a finger.
 */
export function PointRows({
  measuring,
  measure,
  change,
  newId,
  today,
}: Measured & { readonly today: Day }) {
  const points = measuring.points.filter((point) => point.measure === measure.id);
  const byId = new Map(points.map((point) => [point.id, point]));
  const [rows, setRows] = useState<readonly string[]>(() => newestFirst(points));
  const [fresh, setFresh] = useState<{ readonly id: string; readonly on: Day } | null>(null);
  const [most, setMost] = useState(shownAtFirst);
  const [isInside, setInside] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);

  // Rows that came or went elsewhere come and go; their order changes only when nobody is inside.
  const standing = isInside
    ? [
        ...newestFirst(points).filter((id) => !rows.includes(id)),
        ...rows.filter((id) => byId.has(id) || id === fresh?.id),
      ]
    : [...(fresh && !byId.has(fresh.id) ? [fresh.id] : []), ...newestFirst(points)];
  const shown = standing.slice(0, most);

  const add = () => {
    // An empty new row is used before another is made.
    if (fresh && !byId.has(fresh.id)) return;
    const id = newId();
    setFresh({
      id,
      on: nextDay(
        points.map(({ on }) => on),
        today,
      ),
    });
    setRows([id, ...standing]);
    setInside(true);
  };
  const put = (point: MeasurePoint) => change((now) => editMeasuring.putPoints(now, [point]));
  const remove = (id: string) => {
    const point = byId.get(id);
    if (fresh?.id === id) setFresh(null);
    setRows(standing.filter((each) => each !== id));
    adder.current?.focus();
    if (!point) return;
    change((now) => editMeasuring.removePoints(now, new Set([id])));
    notify({ text: m.charts_number_removed(), undo: () => put(point) });
  };
  return (
    <>
      <div>
        <Button variant="main" icon={Plus} onPress={add} ref={adder}>
          {m.charts_number_add()}
        </Button>
      </div>
      {standing.length === 0 ? (
        <p className="chart-place__about">{m.charts_numbers_none()}</p>
      ) : (
        <ul
          className="point-rows"
          aria-label={
            measure.unit.trim() === ""
              ? m.charts_numbers()
              : m.charts_number_value_in({ unit: measure.unit.trim() })
          }
          onFocus={() => {
            if (isInside) return;
            setRows(standing);
            setInside(true);
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
          }}
        >
          {shown.map((id, index) => (
            <PointRow
              key={id}
              position={index + 1}
              point={byId.get(id) ?? null}
              suggested={fresh?.id === id ? fresh.on : today}
              unit={measure.unit.trim()}
              today={today}
              isFresh={fresh?.id === id}
              onPut={({ on, value }) => put({ id, measure: measure.id, on, value })}
              onRemove={() => remove(id)}
              onNext={add}
            />
          ))}
        </ul>
      )}
      {standing.length > shown.length && (
        <div>
          <Button onPress={() => setMost(most + shownMore)}>
            {m.charts_number_more({ count: standing.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
