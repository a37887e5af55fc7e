import type { ChartMark } from "./ChartScene.ts";
import type { ChartLayout } from "./layOutChart.ts";

/** Names at the ends of lines, moved apart where the lines lie close. */
export function nameMarks({ lineNames, plot, em, y }: ChartLayout): ChartMark[] {
  const gap = em * 1.2;
  const placed = lineNames
    .map(({ text, value }) => ({ text, y: y(value) + em * 0.35 }))
    .sort((a, b) => a.y - b.y);
  for (let round = 0; round < placed.length; round += 1) {
    for (let index = 1; index < placed.length; index += 1) {
      const [above, below] = [placed[index - 1], placed[index]];
      if (!above || !below || below.y - above.y >= gap) continue;
      const push = (gap - (below.y - above.y)) / 2;
      above.y -= push;
      below.y += push;
    }
  }
  return placed.map(({ text, y: at }) => ({
    type: "words",
    role: "name",
    x: plot.right + em * 0.4,
    y: at,
    anchor: "start",
    text,
  }));
}
