import type { ChartReading } from "#core/chart/ChartReading.ts";
import type { ChartMark } from "./ChartScene.ts";
import type { DrawnWords } from "./DrawingOrder.ts";
import { type Box, type ChartLayout, textWidth } from "./layOutChart.ts";

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The name of each signal beside its outermost point, where there is room. `radius`: of the points. */
export function signalMarks(
  { findings }: ChartReading,
  { spots, plot, em }: ChartLayout,
  words: DrawnWords,
  radius: number,
): ChartMark[] {
  const taken: Box[] = [];
  return findings.flatMap((finding): ChartMark[] => {
    if (finding.type !== "signal") return [];
    const members = spots.slice(finding.from, finding.to + 1);
    const outermost = members.reduce(
      (best, spot) => ((finding.high ? spot.y < best.y : spot.y > best.y) ? spot : best),
      members[0] ?? { x: 0, y: 0 },
    );
    const text = words.signal(finding.cause);
    const half = textWidth(text, em) / 2;
    const x = Math.min(Math.max(outermost.x, plot.left + half), plot.right - half);
    const rise = radius * 1.5 + em * 0.45;
    const y = finding.high ? outermost.y - rise : outermost.y + rise + em * 0.7;
    const box = { left: x - half, right: x + half, top: y - em * 0.8, bottom: y + em * 0.25 };
    const isFree =
      box.top > plot.top - em &&
      box.bottom < plot.bottom &&
      !taken.some((other) => overlap(box, other)) &&
      !spots.some(
        (spot) =>
          spot.x > box.left - radius &&
          spot.x < box.right + radius &&
          spot.y > box.top - radius &&
          spot.y < box.bottom + radius,
      );
    if (!isFree) return [];
    taken.push(box);
    return [{ type: "words", role: "signal", x, y, anchor: "middle", text }];
  });
}
