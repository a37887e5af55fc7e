import { format, isValid, parse } from "date-fns";
import { instant } from "#base/Clock.ts";
import type { Happened } from "#core/entry/Entry.ts";

/** What native date and time inputs hold: `yyyy-MM-dd` and `HH:mm`, or empty. */
export interface HappenedInputs {
  readonly day: string;
  readonly time: string;
}

/** The inputs that show when something happened, in this device's time zone. */
export const toInputs = ({ at, precision }: Happened): HappenedInputs => ({
  day: precision === "unknown" ? "" : format(at, "yyyy-MM-dd"),
  time: precision === "minute" ? format(at, "HH:mm") : "",
});

/** What the inputs say: a day without a time is local noon; no day leaves `before` in place for sorting. */
export function fromInputs({ day, time }: HappenedInputs, before: Happened): Happened {
  const at = parse(`${day} ${time || "12:00"}`, "yyyy-MM-dd HH:mm", new Date(0));
  if (day === "" || !isValid(at)) return { at: before.at, precision: "unknown" };
  return { at: instant(at.getTime()), precision: time === "" ? "day" : "minute" };
}
