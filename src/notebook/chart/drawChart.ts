import type { ChartReading, Finding } from "#core/chart/ChartReading.ts";
import { type Day, dayNumber } from "#core/measure/Day.ts";
import type { ChartMark, ChartScene, ShapeRole } from "./ChartScene.ts";
import { daysShown, pointDays, valueTicks } from "./chartScale.ts";
import { circle, marker, meaningRole, pathThrough, thinned } from "./chartShapes.ts";

/** The words that stand in the drawing. */
export interface DrawnWords {
  /** A tick of the value axis; `step` says how many decimals it needs. */
  readonly tick: (value: number, step: number) => string;
  readonly day: (day: Day) => string;
  readonly year: (day: Day) => string;
  /** Such as "Average 142", for the end of a line. */
  readonly centre: (value: number) => string;
  readonly upper: (value: number) => string;
  readonly lower: (value: number) => string;
  readonly target: (value: number) => string;
  /** Such as "shift". */
  readonly signal: (cause: Extract<Finding, { type: "signal" }>["cause"]) => string;
}

/** How a chart is to be drawn. Measures are CSS pixels. */
export interface DrawingOrder {
  readonly width: number;
  readonly em: number;
  /** Days of changes, in the order of their numbers from 1. */
  readonly changes: readonly Day[];
  readonly showNear: boolean;
  readonly words: DrawnWords;
}

/** Letters are taken to be this wide, as a part of their height. */
const letter = 0.56;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Draws a reading as marks. Everything scales with the letters: with larger ones there are fewer
 * ticks and dates, and nothing is cut. Words that find no room are left out; the key, the table and
 * the sentences beside the drawing have them all.
 */
export function drawChart(reading: ChartReading, order: DrawingOrder): ChartScene {
  const { width, em, words } = order;
  const { points, stretches } = reading;
  const wide = (text: string) => text.length * em * letter;
  const height = Math.round(Math.min(Math.max(width * 0.56, em * 17), em * 26));

  const ticks = valueTicks(reading, Math.max(3, Math.min(7, Math.floor(height / (em * 3)))));
  const tickTexts = ticks.values.map((value) => words.tick(value, ticks.step));
  const latest = stretches.at(-1);
  const lineNames =
    latest === undefined
      ? []
      : [
          { text: words.centre(latest.centre), value: latest.centre },
          ...(latest.upper === null
            ? []
            : [{ text: words.upper(latest.upper), value: latest.upper }]),
          ...(latest.lower === null
            ? []
            : [{ text: words.lower(latest.lower), value: latest.lower }]),
          ...(reading.target === null
            ? []
            : [{ text: words.target(reading.target), value: reading.target }]),
        ];
  const nameRoom = Math.max(0, ...lineNames.map(({ text }) => wide(text))) + em * 0.5;
  // Names at the ends of lines need room beside the drawing; on a phone the key below has them.
  const hasNames = lineNames.length > 0 && nameRoom < width * 0.26;
  const days = pointDays(reading);
  const [firstDay, lastDay] = daysShown(days, order.changes);
  const isSeveralYears =
    points.length > 0 && points[0]?.on.slice(0, 4) !== points.at(-1)?.on.slice(0, 4);
  const plot: Box = {
    left: Math.min(Math.max(...tickTexts.map(wide)) + em * 0.6, width * 0.4),
    right: width - (hasNames ? nameRoom : em * 0.8),
    top: em * (order.changes.length > 0 ? 2.2 : 0.8),
    bottom: height - em * (isSeveralYears ? 2.9 : 1.8),
  };
  const inset = em * 0.7;
  const x = (day: number) =>
    plot.left +
    inset +
    ((day - firstDay) / (lastDay - firstDay)) * (plot.right - plot.left - inset * 2);
  const low = ticks.values[0] ?? 0;
  const high = ticks.values.at(-1) ?? 1;
  const y = (value: number) =>
    plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top);
  const spots = points.map((point, index) => ({ x: x(days[index] ?? 0), y: y(point.value) }));

  const marks: ChartMark[] = [];
  const shape = (role: ShapeRole, path: string) => marks.push({ type: "shape", role, path });
  const level = (role: ShapeRole, value: number, from: number, to: number) =>
    shape(
      role,
      pathThrough([
        [from, y(value)],
        [to, y(value)],
      ]),
    );

  // Axes.
  ticks.values.forEach((value, index) => {
    level("grid", value, plot.left, plot.right);
    const text = tickTexts[index] ?? "";
    marks.push({
      type: "words",
      role: "tick",
      x: plot.left - em * 0.4,
      y: y(value) + em * 0.35,
      anchor: "end",
      text,
    });
  });
  marks.push(...dateMarks(reading, spots, plot, width, em, words));

  // Stretches: limits and centre step where they are worked out afresh.
  const stepAt = (index: number): number => {
    const before = spots[index - 1];
    const here = spots[index];
    return before && here ? (before.x + here.x) / 2 : plot.left;
  };
  for (const stretch of stretches) {
    const from = stretch.start === 0 ? plot.left : stepAt(stretch.start);
    const to = stretch.end === points.length - 1 ? plot.right : stepAt(stretch.end + 1);
    const { lower, upper, nearLower, nearUpper } = stretch;
    if (lower !== null && upper !== null) {
      shape(
        "band",
        pathThrough(
          [
            [from, y(upper)],
            [to, y(upper)],
            [to, y(lower)],
            [from, y(lower)],
          ],
          true,
        ),
      );
      for (const limit of [lower, upper]) {
        level(stretch.isTrial ? "trial" : "limit", limit, from, to);
      }
    }
    if (order.showNear && nearLower !== null && nearUpper !== null) {
      level("near", nearLower, from, to);
      level("near", nearUpper, from, to);
    }
    level("centre", stretch.centre, from, to);
  }
  if (reading.target !== null) level("target", reading.target, plot.left, plot.right);

  // Changes, numbered above the drawing.
  order.changes.forEach((day, index) => {
    const at = dayNumber(day);
    if (at < firstDay || at > lastDay) return;
    const badge = em * 0.75;
    shape(
      "change",
      pathThrough([
        [x(at), badge * 2 + 2],
        [x(at), plot.bottom],
      ]),
    );
    shape("badge", circle(x(at), badge + 1, badge));
    marks.push({
      type: "words",
      role: "number",
      x: x(at),
      y: badge + 1 + em * 0.33,
      anchor: "middle",
      text: String(index + 1),
    });
  });

  // The series. Where points stand closer than their marks are wide, only unusual ones are marked.
  if (spots.length > 1) shape("line", pathThrough(thinned(spots)));
  const apart = (plot.right - plot.left) / Math.max(1, points.length);
  const radius = Math.round(Math.min(Math.max(em * 0.3, 4.5), Math.max(2.5, apart * 0.45)) * 2) / 2;
  points.forEach((point, index) => {
    const spot = spots[index];
    if (!spot || (apart < 3 && point.meaning === "common_cause")) return;
    shape(meaningRole[point.meaning], marker(point.meaning, spot.x, spot.y, radius));
  });

  const taken: Box[] = [];
  if (hasNames) marks.push(...nameMarks(lineNames, y, plot.right + em * 0.4, em));
  marks.push(...signalMarks(reading, spots, plot, { em, radius, words, wide, taken }));
  return { width, height, em, marks, spots };
}

/** Names at the ends of lines, moved apart where the lines lie close. */
function nameMarks(
  names: readonly { readonly text: string; readonly value: number }[],
  y: (value: number) => number,
  x: number,
  em: number,
): ChartMark[] {
  const gap = em * 1.2;
  const placed = names
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
    x,
    y: at,
    anchor: "start",
    text,
  }));
}

/** Dates of points below the axis: the last, the first, then as many between as fit; the year below the first of each. */
function dateMarks(
  { points }: ChartReading,
  spots: ChartScene["spots"],
  plot: Box,
  width: number,
  em: number,
  words: DrawnWords,
): ChartMark[] {
  const last = points.length - 1;
  if (last < 0) return [];
  const texts = new Map<number, string>();
  const textOf = (index: number): string => {
    const on = points[index]?.on;
    const text = texts.get(index) ?? (on === undefined ? "" : words.day(on));
    texts.set(index, text);
    return text;
  };
  const half = (index: number) => (textOf(index).length * em * letter) / 2 + em * 0.5;
  const most = Math.max(1, Math.floor((plot.right - plot.left) / (half(0) * 2)));
  const steps = Math.max(1, Math.ceil(points.length / Math.max(1, most * 4)));
  const chosen: number[] = [];
  const isFree = (index: number) => {
    const here = spots[index];
    return (
      here !== undefined &&
      chosen.every(
        (other) => Math.abs((spots[other]?.x ?? 0) - here.x) >= half(index) + half(other),
      )
    );
  };
  const even = Array.from({ length: most }, (_, part) => Math.round((part / most) * last));
  const all = Array.from({ length: Math.ceil(points.length / steps) }, (_, part) => part * steps);
  for (const index of [last, 0, ...even, ...all]) if (isFree(index)) chosen.push(index);
  chosen.sort((a, b) => a - b);
  let year = "";
  const isOneYear = points[0]?.on.slice(0, 4) === points[last]?.on.slice(0, 4);
  return chosen.flatMap((index): ChartMark[] => {
    const { on } = points[index] ?? {};
    const spot = spots[index];
    if (on === undefined || spot === undefined) return [];
    const reach = half(index) - em * 0.5;
    const x = Math.min(Math.max(spot.x, reach), width - reach);
    const common = { type: "words", role: "tick", x, anchor: "middle" } as const;
    const isNewYear = !isOneYear && on.slice(0, 4) !== year;
    year = on.slice(0, 4);
    return [
      { ...common, y: plot.bottom + em * 1.4, text: textOf(index) },
      ...(isNewYear ? [{ ...common, y: plot.bottom + em * 2.5, text: words.year(on) }] : []),
    ];
  });
}

/** The name of each signal beside its outermost point, where there is room. */
function signalMarks(
  reading: ChartReading,
  spots: ChartScene["spots"],
  plot: Box,
  kit: {
    readonly em: number;
    readonly radius: number;
    readonly words: DrawnWords;
    readonly wide: (text: string) => number;
    readonly taken: Box[];
  },
): ChartMark[] {
  const { em, radius, words, wide, taken } = kit;
  return reading.findings.flatMap((finding): ChartMark[] => {
    if (finding.type !== "signal") return [];
    const members = spots.slice(finding.from, finding.to + 1);
    const outermost = members.reduce(
      (best, spot) => ((finding.high ? spot.y < best.y : spot.y > best.y) ? spot : best),
      members[0] ?? { x: 0, y: 0 },
    );
    const text = words.signal(finding.cause);
    const half = wide(text) / 2;
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
