import type { Brand } from "./Brand.ts";

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, "Instant">;

/** Where the time comes from; given as an argument so that tests decide what time it is. */
export interface Clock {
  readonly now: () => Instant;
}

/** Any finite number as a moment; fractions are dropped. Throws on NaN and infinity: a bug. */
export function instant(milliseconds: number): Instant {
  if (!Number.isFinite(milliseconds)) throw new RangeError("an instant must be finite");
  return Math.trunc(milliseconds) as Instant;
}
