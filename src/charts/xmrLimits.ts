/**
 * Constants of the XmR chart for moving ranges of two, as NHSRplotthedots 0.2.2 uses them
 * (Wheeler, Understanding Variation): 3 / 1.128 and D4, which textbooks round to 3.268.
 */
const limitFactor = 2.66;
const rangeFactor = 3.267;

/** Centre and limits of one segment; limits are null where the values do not vary. */
export interface XmrLimits {
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Beyond these and within the limits lies the near zone. */
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
  readonly movingRangeBefore: number;
  /** Moving ranges at or above this were left out; null where there is none to judge by. */
  readonly movingRangeLimit: number | null;
  readonly movingRange: number;
  /** The later index, within the segment, of each moving range left out. */
  readonly screenedOut: readonly number[];
}

const average = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * Mean ± 2.66 × mean moving range (domain.md section 4, steps 1 to 3 and 8). With `screening`,
 * moving ranges not below 3.267 × their mean are dropped once; their values stay in the mean. Where
 * that would leave nothing but zeros, the unscreened mean range is used; where that is zero too, no
 * limits are drawn. `values` are one segment's (or its first points', if limits are fixed).
 */
export function xmrLimits(values: readonly number[], screening: boolean): XmrLimits {
  const mean = average(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const movingRangeBefore = average(ranges);
  const movingRangeLimit = movingRangeBefore > 0 ? rangeFactor * movingRangeBefore : null;
  const isOut = (range: number) =>
    screening && movingRangeLimit !== null && range >= movingRangeLimit;
  const screenedOut = ranges.flatMap((range, index) => (isOut(range) ? [index + 1] : []));
  const screened = average(ranges.filter((range) => !isOut(range)));
  const movingRange = screened > 0 ? screened : movingRangeBefore;
  const reach = limitFactor * movingRange;
  const at = (distance: number) => (movingRange > 0 ? mean + distance : null);
  return {
    mean,
    lower: at(-reach),
    upper: at(reach),
    nearLower: at((-2 / 3) * reach),
    nearUpper: at((2 / 3) * reach),
    movingRangeBefore,
    movingRangeLimit,
    movingRange,
    screenedOut,
  };
}
