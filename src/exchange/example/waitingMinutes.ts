import { type Instant, instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { blankMeasure } from "#core/measure/blankMeasure.ts";
import { type Day, localDay } from "#core/measure/Day.ts";
import type { Measuring } from "#core/measure/Measuring.ts";

/** Made-up weekly medians, the oldest first: the wait before and after somebody began to ask at ten. */
const before = [171, 158, 183, 149, 176, 162, 190, 155, 168, 180, 147, 173, 161, 178];
const after = [139, 128, 146, 117, 134, 124, 141, 112, 131, 121];

/** The same day of the week so many weeks before `now`. */
function weeksBefore(now: Instant, weeks: number): Day | null {
  const moment = new Date(now);
  moment.setDate(moment.getDate() - weeks * 7);
  return localDay(instant(moment.getTime()));
}

/** What the example proposal measures: half a year of weekly waits, with one change that shows. */
export function waitingMinutes(now: Instant, random: Random): Measuring {
  const measure = {
    ...blankMeasure(newId(random), "Waiting for discharge medicines (made-up numbers)"),
    unit: "minutes",
    better: "decrease" as const,
    target: 120,
  };
  const values = [...before, ...after];
  const points = values.flatMap((value, index) => {
    const on = weeksBefore(now, values.length - index);
    return on === null ? [] : [{ id: newId(random), measure: measure.id, on, value }];
  });
  const on = weeksBefore(now, after.length);
  return {
    measures: [measure],
    points,
    changes:
      on === null
        ? []
        : [{ id: newId(random), on, what: "Started asking pharmacy at 10", restarts: false }],
  };
}
