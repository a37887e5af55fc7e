import type { Happened } from "./Entry.ts";

const day = 86_400_000;

/**
 * A day stands at local noon, which is the same calendar day in UTC in all but the farthest time
 * zones; entries without a date have that in common.
 */
function momentOf({ at, precision }: Happened): string {
  if (precision === "unknown") return "unknown";
  return precision === "day" ? `day ${Math.floor(at / day)}` : String(at);
}

/**
 * The same for two entries exactly where they say the same words of the same moment, white space and
 * the composition of letters aside.
 */
export const sameWords = (text: string, happened: Happened): string =>
  `${momentOf(happened)}\n${text.normalize("NFC").replace(/\s+/gu, " ").trim()}`;
