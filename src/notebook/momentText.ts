import type { Happened } from "#core/entry/Entry.ts";
import * as m from "#messages";

const makers = new Map<string, Intl.DateTimeFormat>();

/** One formatter per form and language: making one costs far more than using it. */
function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${m.notebook_locale()} ${JSON.stringify(options)}`;
  let maker = makers.get(key);
  if (!maker) {
    maker = new Intl.DateTimeFormat(m.notebook_locale(), options);
    makers.set(key, maker);
  }
  return maker.format(at);
}

/** A moment (milliseconds since 1970) in words, in this device's time zone. */
export const momentText = {
  /** Sunday 22 November */
  weekday: (at: number) => format(at, { weekday: "long", day: "numeric", month: "long" }),
  /** 19 November 2026 */
  day: (at: number) => format(at, { day: "numeric", month: "long", year: "numeric" }),
  /** 14 September, with the year where it is not that of `now`. */
  dayNear: (at: number, now: number) =>
    format(
      at,
      new Date(at).getFullYear() === new Date(now).getFullYear()
        ? { day: "numeric", month: "long" }
        : { day: "numeric", month: "long", year: "numeric" },
    ),
  /** 19 November 2026 at 14:05 */
  dayAndTime: (at: number) => format(at, { dateStyle: "long", timeStyle: "short" }),
  /** 14:05 */
  time: (at: number) => format(at, { timeStyle: "short" }),
  /** Thursday */
  weekdayName: (at: number) => format(at, { weekday: "long" }),
  /** November 2026 */
  month: (at: number) => format(at, { month: "long", year: "numeric" }),
  /** 19 */
  dayNumber: (at: number) => format(at, { day: "numeric" }),
  /** Nov */
  shortMonth: (at: number) => format(at, { month: "short" }),
  /** Thu */
  shortWeekday: (at: number) => format(at, { weekday: "short" }),
  /** 2026 */
  year: (at: number) => format(at, { year: "numeric" }),
  /** November 2026, or that there is no date. */
  monthIfKnown: (at: number | null) => (at === null ? m.notebook_undated() : momentText.month(at)),
  /** The day an entry happened, with the year where it is not that of `now`, or that there is no date. */
  happenedNear: ({ at, precision }: Happened, now: number) =>
    precision === "unknown" ? m.notebook_undated() : momentText.dayNear(at, now),
  /** When an entry happened, as exactly as is known. */
  happened: (happened: Happened) => {
    if (happened.precision === "unknown") return m.notebook_undated();
    return happened.precision === "day"
      ? momentText.day(happened.at)
      : momentText.dayAndTime(happened.at);
  },
} as const;
