import type { Day } from "#core/measure/Day.ts";
import type { ChartKind, Direction } from "#core/measure/Measuring.ts";

/** A series to be read as a run chart or an XmR chart: plain data, for a worker. */
export interface ChartQuestion {
  readonly kind: ChartKind;
  readonly better: Direction;
  readonly target: number | null;
  readonly fixFirst: number | null;
  readonly screening: boolean;
  /** In date order. */
  readonly points: readonly { readonly on: Day; readonly value: number }[];
  /** Days from which centre and limits are worked out afresh. */
  readonly restartsOn: readonly Day[];
}
