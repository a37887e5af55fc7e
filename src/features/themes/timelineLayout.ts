/** A dot of the picture: one entry, or several that fall on the same spot. Units are CSS pixels. */
export interface TimelineDot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How many entries; more than one is written in the dot. */
  readonly count: number;
  readonly isLatest: boolean;
}

/** Words beside the line. `anchor` is SVG's text-anchor. */
export interface TimelineLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

export interface TimelineLayout {
  readonly height: number;
  readonly lineY: number;
  readonly from: number;
  readonly to: number;
  readonly dots: readonly TimelineDot[];
  /** Dates, in one row. */
  readonly dates: readonly TimelineLabel[];
  /** Years, in a row below the line. */
  readonly years: readonly (TimelineLabel & {
    /** Where on the line the year begins. */
    readonly tick: number;
  })[];
}

/** How the picture is measured: the room there is, the size of letters, and how dates are written. */
export interface TimelineMeasure {
  readonly width: number;
  /** Height of the letters, pixels. */
  readonly em: number;
  readonly day: (at: number) => string;
}

/** Dots are piled up so many high before they are counted instead. */
const highest = 5;
const radius = 10;
const latestRadius = 13;
/** Letters are taken to be this wide at most, as a part of their height. */
const letter = 0.58;

interface Pile {
  readonly x: number;
  readonly first: number;
  last: number;
  count: number;
}

/** A dot that holds a number is as large as the number needs. */
const countRadius = (count: number, em: number): number =>
  Math.max(latestRadius, em * letter * String(count).length * 0.75 + 3);

const yearStart = (year: number): number => new Date(year, 0, 1).getTime();

/** Every year that begins between two moments, thinned so that the words do not touch. */
function yearsBetween(first: number, last: number, atMost: number): number[] {
  const from = new Date(first).getFullYear() + 1;
  const to = new Date(last).getFullYear();
  const step = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, atMost)));
  const years: number[] = [];
  for (let year = from; year <= to; year += step) years.push(year);
  return years;
}

/**
 * Places moments (milliseconds since 1970, any order) on a line by time. Moments that would overlap
 * are piled up; a pile higher than five becomes one dot with a number. As many dates
 * are written as fit, the latest and the first before the others, and the years that the line crosses.
 */
export function timelineLayout(
  moments: readonly number[],
  { width, em, day }: TimelineMeasure,
): TimelineLayout {
  const sorted = [...moments].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const side = Math.min(width / 4, Math.max(latestRadius + 2, em * letter * 3.2));
  const from = side;
  const to = Math.max(width - side, side + 1);
  const place = (at: number): number =>
    last === first ? (from + to) / 2 : from + ((at - first) / (last - first)) * (to - from);

  // A moment joins the pile before it when its dot would touch the pile's first one. Dots that hold
  // a number are larger, so that their piles stand further apart; a few rounds settle it.
  const pileUp = (gap: number): Pile[] => {
    const made: Pile[] = [];
    for (const at of sorted) {
      const x = place(at);
      const pile = made.at(-1);
      if (pile && x - pile.x < gap) {
        pile.count += 1;
        pile.last = at;
      } else made.push({ x, first: at, last: at, count: 1 });
    }
    return made;
  };
  let piles = pileUp(radius + latestRadius + 1);
  for (let round = 0; round < 4; round += 1) {
    const most = Math.max(0, ...piles.map((pile) => pile.count));
    if (most > highest) piles = pileUp(countRadius(most, em) * 2 + 2);
  }
  const tallest = Math.max(1, ...piles.map((pile) => (pile.count > highest ? 1 : pile.count)));
  // Dates stand above the dots, or below the line where dots are piled up and would be written over.
  const hasPiles = tallest > 1;
  const above = hasPiles ? (tallest - 1) * (radius * 2 + 2) : em * 1.6;
  const biggest = Math.max(
    latestRadius,
    ...piles.map((pile) => (pile.count > highest ? countRadius(pile.count, em) : 0)),
  );
  const lineY = above + biggest + 4;
  const dateY = hasPiles ? lineY + biggest + em * 1.15 : lineY - biggest - em * 0.55;

  const dots = piles.flatMap((pile, index): TimelineDot[] => {
    const isLatestPile = index === piles.length - 1;
    if (pile.count > highest) {
      return [
        {
          x: pile.x,
          y: lineY,
          radius: countRadius(pile.count, em),
          count: pile.count,
          isLatest: isLatestPile,
        },
      ];
    }
    return Array.from({ length: pile.count }, (_, height) => {
      const isLatest = isLatestPile && height === pile.count - 1;
      return {
        x: pile.x,
        y: lineY - height * (radius * 2 + 2),
        radius: isLatest && pile.count === 1 ? latestRadius : radius,
        count: 1,
        isLatest,
      };
    });
  });

  const taken: { from: number; to: number }[] = [];
  const label = (x: number, y: number, text: string): TimelineLabel | null => {
    const half = (text.length * em * letter) / 2;
    const anchor = x - half < 0 ? "start" : x + half > width ? "end" : "middle";
    const start = anchor === "start" ? 0 : anchor === "end" ? width - half * 2 : x - half;
    const room = { from: start - em * 0.35, to: start + half * 2 + em * 0.35 };
    if (taken.some((other) => other.from < room.to && room.from < other.to)) return null;
    taken.push(room);
    return { x: anchor === "start" ? 0 : anchor === "end" ? width : x, y, text, anchor };
  };
  // The latest, the first, then the rest from left to right, as long as there is room.
  const order = [piles.at(-1), piles[0], ...piles.slice(1, -1)];
  const seen = new Set<unknown>();
  const dates = order.flatMap((pile) => {
    if (!pile || seen.has(pile)) return [];
    seen.add(pile);
    return label(pile.x, dateY, day(pile === piles.at(-1) ? pile.last : pile.first)) ?? [];
  });

  taken.length = 0;
  const below = hasPiles ? dateY + em * 1.35 : lineY + biggest + em * 1.15;
  const years =
    sorted.length === 0
      ? []
      : yearsBetween(first, last, Math.floor((to - from) / (em * letter * 6))).flatMap((year) => {
          const tick = place(yearStart(year));
          const words = label(tick, below, String(year));
          return words ? [{ ...words, tick }] : [];
        });
  return {
    height: years.length > 0 ? below + em * 0.4 : hasPiles ? dateY + em * 0.4 : lineY + biggest + 4,
    lineY,
    from: from - side / 2,
    to: to + side / 2,
    dots,
    dates: dates.sort((a, b) => a.x - b.x),
    years,
  };
}
