import type { Instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";

const minute = 60_000;

/**
 * Entries of the same calendar day in earlier years, in the order given. Days are local: `offset` is
 * the time zone's offset in minutes behind UTC at a moment, so that summer time in another year
 * moves nothing. On 28 February of a year without a 29th, entries of an earlier 29th are included.
 * Entries whose day is not known are left out.
 */
export function onThisDay(
  entries: readonly Entry[],
  day: Instant,
  dayOffset: number,
  offset: (at: number) => number,
): readonly Entry[] {
  const today = calendarDay(day, dayOffset);
  const lastOfFebruary = today.month === 1 && today.date === 28 && !isLeap(today.year);
  return entries.filter((entry) => {
    if (entry.happened.precision === "unknown") return false;
    const then = calendarDay(entry.happened.at, offset(entry.happened.at));
    if (then.year >= today.year || then.month !== today.month) return false;
    return then.date === today.date || (lastOfFebruary && then.date === 29);
  });
}

function calendarDay(at: number, offset: number) {
  const local = new Date(at - offset * minute);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth(), date: local.getUTCDate() };
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
