/** Ticks for an axis: rising, evenly spaced round numbers that enclose the values, and their step. */
export interface Ticks {
  readonly values: readonly number[];
  readonly step: number;
}

/**
 * At most about `most` round numbers (1, 2 or 5 times a power of ten apart) from at or below `low` to
 * at or above `high` (Heckbert, "Nice numbers for graph labels", Graphics Gems 1990).
 */
export function niceTicks(low: number, high: number, most: number): Ticks {
  // Values that are all the same, or differ by less than digits can tell, stand in the middle of a span of their own size.
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isSpan = high - low > Math.max(size * 1e-9, 1e-300);
  const room = isSpan ? high - low : size > 1e-290 ? size : 1;
  const [from, to] = isSpan ? [low, high] : [low - room / 2, high + room / 2];
  const rough = room / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = rough / power;
  const step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  // Powers of ten below one are not exact; dividing by their inverse keeps 0.3 from being 0.30000000000000004.
  const inverse = Math.round(1 / step);
  const at = (index: number) => (step < 1 && inverse > 0 ? index / inverse : index * step);
  const values = Array.from({ length: Math.max(2, last - first + 1) }, (_, index) =>
    at(first + index),
  );
  return { values, step };
}
