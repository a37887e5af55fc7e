import { localDay } from "#core/measure/Day.ts";

/** The device's own day as a file's name tells it, `yyyy-MM-dd`: the only thing such a name says of when. */
export const dayInName = (now: number): string => localDay(now) ?? "undated";
