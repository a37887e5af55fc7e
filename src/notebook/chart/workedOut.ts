import type { ChartReading } from "#core/chart/ChartReading.ts";
import { valueTicks } from "./chartScale.ts";
import { numberText } from "./numberText.ts";

/** How the centre and limits of a reading are written: all with as many decimals as their spread deserves. */
export function workedOut(reading: ChartReading): (value: number) => string {
  const { step } = valueTicks(reading, 7);
  return (value) => numberText.workedOut(value, step);
}
