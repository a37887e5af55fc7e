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

/**
 * The mean, corrected once by the mean of what is left over, as R does it: without that the mean of
 * 0.1, 0.2 and 0.3 lies beside 0.2, and a point on the mean would not break a shift.
 */
function average(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  let sum = 0;
  for (const number of numbers) sum += number;
  const rough = sum / numbers.length;
  let left = 0;
  for (const number of numbers) left += number - rough;
  return rough + left / numbers.length;
}

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
  const screenedOut: number[] = [];
  const kept = ranges.filter((range, index) => {
    if (isOut(range)) screenedOut.push(index + 1);
    return !isOut(range);
  });
  const screened = average(kept);
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
