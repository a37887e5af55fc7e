/** What a run chart shows (domain.md section 4, "Run chart"). */
export interface RunChart {
  readonly median: number;
  /** Six or more consecutive points on one side of the median, points on it ignored. */
  readonly shift: readonly boolean[];
  /** Five or more consecutive points all rising or all falling, equal neighbours ignored. */
  readonly trend: readonly boolean[];
  /** Whether the trend that a point belongs to rises; false outside trends. */
  readonly rises: readonly boolean[];
  /** Anhøj & Olesen 2014: how long the longest run may be, and how few crossings are too few, by chance alone. */
  readonly anhoej: {
    readonly longestRun: number;
    readonly longestRunLimit: number;
    readonly crossings: number;
    readonly fewestCrossings: number;
    readonly isSignal: boolean;
  } | null;
}

const shiftLength = 6;
const trendLength = 5;

/** The middle value, or the mean of the two middle ones; of at least one value. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("the median of nothing");
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[middle - 1] ?? upper;
  return lower + (upper - lower) / 2;
}

/** The smallest k with P(X ≤ k) ≥ 0.05 for X binomial(trials, ½), in logarithms so that long series do not underflow. */
export function lowerBinomialQuantile(trials: number): number {
  let logTerm = -trials * Math.LN2;
  let sum = Math.exp(logTerm);
  let k = 0;
  while (sum < 0.05 && k < trials) {
    logTerm += Math.log((trials - k) / (k + 1));
    k += 1;
    sum += Math.exp(logTerm);
  }
  return k;
}

/** Marks the stretches of equal, non-zero `signs` that are at least `length` long, zeros stepped over. */
function longStretches(
  signs: readonly number[],
  length: number,
  mark: (index: number, sign: number) => void,
) {
  let stretch: number[] = [];
  let sign = 0;
  const close = () => {
    if (stretch.length >= length) for (const index of stretch) mark(index, sign);
  };
  for (const [index, here] of signs.entries()) {
    if (here === 0) continue;
    if (here !== sign) {
      close();
      stretch = [];
      sign = here;
    }
    stretch.push(index);
  }
  close();
}

/** A run chart of values in date order (at least one); the median is that of `basis`, if only the first points are to count. */
export function runChart(values: readonly number[], basis = values): RunChart {
  const median = medianOf(basis);
  const sides = values.map((value) => Math.sign(value - median));
  const shift = values.map(() => false);
  longStretches(sides, shiftLength, (index) => {
    shift[index] = true;
  });

  const trend = values.map(() => false);
  // A step belongs to the point it leads to; four steps the same way join five points.
  const steps = values.map((value, index) =>
    index === 0 ? 0 : Math.sign(value - (values[index - 1] ?? value)),
  );
  const rises = values.map(() => false);
  longStretches(steps, trendLength - 1, (index, sign) => {
    trend[index] = true;
    rises[index] = sign > 0;
    let before = index - 1;
    while (before > 0 && steps[before] === 0) before -= 1;
    if (!trend[before]) rises[before] = sign > 0;
    trend[before] = true;
  });

  return { median, shift, trend, rises, anhoej: anhoejOf(sides.filter((side) => side !== 0)) };
}

function anhoejOf(sides: readonly number[]): RunChart["anhoej"] {
  if (sides.length < 2) return null;
  let crossings = 0;
  let run = 1;
  let longestRun = 1;
  for (let index = 1; index < sides.length; index += 1) {
    const crosses = sides[index] !== sides[index - 1];
    if (crosses) crossings += 1;
    run = crosses ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  }
  const longestRunLimit = Math.round(Math.log2(sides.length) + 3);
  const fewestCrossings = lowerBinomialQuantile(sides.length - 1);
  return {
    longestRun,
    longestRunLimit,
    crossings,
    fewestCrossings,
    isSignal: longestRun > longestRunLimit || crossings < fewestCrossings,
  };
}
