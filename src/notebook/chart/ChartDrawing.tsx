import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { useWidth } from "#ui/useWidth.ts";
import { drawChart } from "./drawChart.ts";
import { drawnWords } from "./drawnWords.ts";
import { pointText } from "./pointWords.ts";
import { SceneMarks } from "./SceneMarks.tsx";
import type { ShownChart } from "./ShownChart.ts";
import "./Chart.css";

/** Which point each key goes to; null for keys that are not ours. */
function stepTo(key: string, at: number, last: number): number | null {
  const leap = Math.max(1, Math.round(last / 10));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(at + 1, last);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(at - 1, 0);
    case "PageUp":
      return Math.min(at + leap, last);
    case "PageDown":
      return Math.max(at - leap, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/**
 * The picture, and a way to read it point by point without eyes or a steady hand: it takes the focus
 * once, as a slider whose value is a sentence; two buttons and a tap do the same.
 */
export function ChartDrawing({
  chart,
  showNear,
}: {
  readonly chart: ShownChart;
  readonly showNear: boolean;
}) {
  const { reading, changes, name, unit } = chart;
  const id = useId();
  const { ref, width, em } = useWidth<HTMLDivElement>();
  const scene = useMemo(
    () =>
      width > 0 && reading.points.length > 0
        ? drawChart(reading, {
            width,
            em,
            changes: changes.map(({ on }) => on),
            showNear,
            words: drawnWords(reading),
          })
        : null,
    [reading, changes, width, em, showNear],
  );
  const last = reading.points.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  // A screen reader says a slider's value itself; only what buttons and taps choose is announced.
  const [isByKey, setByKey] = useState(true);
  const at = Math.min(chosen ?? last, last);
  const point = reading.points[at];
  const spot = scene?.spots[at];
  if (!point) return null;
  const said = pointText(point, reading.kind, unit);
  const choose = (next: number, byKey: boolean) => {
    setByKey(byKey);
    setChosen(Math.max(0, Math.min(next, last)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepTo(event.key, at, last);
    if (next === null) return;
    event.preventDefault();
    choose(next, true);
  };
  const onTap = (x: number) => {
    let nearest = 0;
    scene?.spots.forEach((each, index) => {
      if (Math.abs(each.x - x) < Math.abs((scene.spots[nearest]?.x ?? 0) - x)) nearest = index;
    });
    choose(nearest, false);
  };
  return (
    <div className="chart">
      <div
        className="chart__room"
        ref={ref}
        role="slider"
        tabIndex={0}
        aria-label={m.charts_read_label({ name })}
        aria-describedby={`${id}-help`}
        aria-valuemin={1}
        aria-valuemax={last + 1}
        aria-valuenow={at + 1}
        aria-valuetext={said}
        onKeyDown={onKeyDown}
        onClick={(event) => onTap(event.clientX - event.currentTarget.getBoundingClientRect().left)}
      >
        {scene && (
          <svg
            className="chart__picture"
            aria-hidden
            width={scene.width}
            height={scene.height}
            viewBox={`0 0 ${scene.width} ${scene.height}`}
          >
            <SceneMarks marks={scene.marks} />
            {spot && (
              <circle
                className={`chart__ring ${chosen === null ? "" : "chart__ring--chosen"}`}
                cx={spot.x}
                cy={spot.y}
                r={em * 0.75}
              />
            )}
          </svg>
        )}
      </div>
      <p className="unseen" id={`${id}-help`}>
        {m.charts_read_help()}
      </p>
      <div className="chart__reader">
        <Button
          variant="quiet"
          icon={ChevronLeft}
          isPending={at === 0}
          onPress={() => choose(at - 1, false)}
        >
          {m.charts_read_earlier()}
        </Button>
        <p className="chart__said" aria-live={isByKey ? "off" : "polite"}>
          <span className="chart__position">
            {m.charts_read_position({ position: at + 1, count: last + 1 })}
          </span>
          {said}
        </p>
        <Button
          variant="quiet"
          icon={ChevronRight}
          isPending={at === last}
          onPress={() => choose(at + 1, false)}
        >
          {m.charts_read_later()}
        </Button>
      </div>
    </div>
  );
}
