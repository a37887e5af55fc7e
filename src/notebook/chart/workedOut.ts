import type { ChartReading } from "#core/chart/ChartReading.ts";
import { valueTicks } from "./chartScale.ts";
import { numberText } from "./numberText.ts";

/** The most digits that are told beyond the usual ones. */
const moreAtMost = 10;

/**
 * How the centre and limits of a reading are written: all with as many decimals as their spread
 * deserves, and more where a value outside the limits would else read the same as its limit.
 */
export function workedOut(reading: ChartReading): (value: number) => string {
  const { step } = valueTicks(reading, 7);
  const written = (more: number) => (value: number) => numberText.workedOut(value, step, more);
  const outside = reading.points.filter(({ cause }) => cause.type === "outside");
  const readsEqual = (more: number) =>
    outside.some(({ value, stretch }) => {
      const { lower, upper } = reading.stretches[stretch] ?? { lower: null, upper: null };
      const said = numberText.value(value);
      return [lower, upper].some((limit) => limit !== null && written(more)(limit) === said);
    });
  let more = 0;
  while (more < moreAtMost && readsEqual(more)) more += 1;
  return written(more);
}
