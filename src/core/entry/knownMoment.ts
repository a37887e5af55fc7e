import type { Instant } from "#base/Clock.ts";
import type { Happened } from "./Entry.ts";

/** When it happened; null where nobody said, and `at` is only the moment of writing or import. */
export const knownMoment = ({ at, precision }: Happened): Instant | null =>
  precision === "unknown" ? null : at;
