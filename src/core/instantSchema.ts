import * as v from "valibot";
import { instant } from "#base/Clock.ts";

/** A moment as stored: a safe whole number of milliseconds within what `Date` can show. */
export const instantSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(-8.64e15),
  v.maxValue(8.64e15),
  v.transform(instant),
);
