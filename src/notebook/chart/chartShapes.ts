import type { PointType } from "#core/chart/ChartReading.ts";
import type { ShapeRole } from "./ChartScene.ts";

/** Tenths of a pixel are finer than anybody sees and keep files short. */
const round = (number: number): number => Math.round(number * 10) / 10;

/** A path through points. */
export const pathThrough = (
  points: Iterable<readonly [x: number, y: number]>,
  isClosed = false,
): string => {
  const parts: string[] = [];
  for (const [x, y] of points) {
    parts.push(`${parts.length === 0 ? "M" : "L"}${round(x)} ${round(y)}`);
  }
  return parts.join("") + (isClosed ? "Z" : "");
};

/** A circle as a path, so that every mark is one. */
export const circle = (x: number, y: number, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

/** What a point's meaning is drawn as: shape and colour both say it. */
export const meaningRole: Readonly<Record<PointType, ShapeRole>> = {
  common_cause: "usual",
  special_cause_improvement: "better",
  special_cause_concern: "worse",
  special_cause_neutral_high: "higher",
  special_cause_neutral_low: "lower",
};

/** A point: circle as usual, diamond better, square worse, triangles for higher and lower. */
export function marker(meaning: PointType, x: number, y: number, radius: number): string {
  const far = radius * 1.5;
  const side = radius * 1.2;
  switch (meaning) {
    case "common_cause":
      return circle(x, y, radius);
    case "special_cause_improvement":
      return pathThrough(
        [
          [x, y - far],
          [x + far, y],
          [x, y + far],
          [x - far, y],
        ],
        true,
      );
    case "special_cause_concern":
      return pathThrough(
        [
          [x - side, y - side],
          [x + side, y - side],
          [x + side, y + side],
          [x - side, y + side],
        ],
        true,
      );
    case "special_cause_neutral_high":
      return pathThrough(
        [
          [x, y - far],
          [x + far, y + radius],
          [x - far, y + radius],
        ],
        true,
      );
    case "special_cause_neutral_low":
      return pathThrough(
        [
          [x, y + far],
          [x + far, y - radius],
          [x - far, y - radius],
        ],
        true,
      );
  }
}

/** The line through all points; where several fall on one pixel column, only its first, lowest, highest and last. */
export function* thinned(
  spots: readonly { readonly x: number; readonly y: number }[],
): Generator<readonly [number, number]> {
  for (let from = 0; from < spots.length; ) {
    const column = Math.round(spots[from]?.x ?? 0);
    let to = from;
    let [low, high] = [from, from];
    while (to < spots.length && Math.round(spots[to]?.x ?? 0) === column) {
      if ((spots[to]?.y ?? 0) < (spots[low]?.y ?? 0)) low = to;
      if ((spots[to]?.y ?? 0) > (spots[high]?.y ?? 0)) high = to;
      to += 1;
    }
    for (const index of new Set([from, Math.min(low, high), Math.max(low, high), to - 1])) {
      const spot = spots[index];
      if (spot) yield [spot.x, spot.y];
    }
    from = to;
  }
}
