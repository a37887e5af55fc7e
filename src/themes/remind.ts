import { bestOf, type Reminded } from "./bestOf.ts";
import { type Candidate, candidatesFor, type Known } from "./candidates.ts";
import { worthOf } from "./chance.ts";
import type { Kept } from "./corpus.ts";
import { whetherToAsk } from "./whetherToAsk.ts";

/** Reminders to show, and what the best would be worth, shown or not; null where there are none. */
export interface Remembering {
  readonly shown: readonly Reminded[];
  readonly worth: number | null;
}

/**
 * The best three that an entry may be the same thing as and that may be shown, best first; none
 * where asking is not worth the person's attention. `usual` is what reminders of the writer's latest
 * entries were worth.
 */
export function remind(
  entry: Kept,
  known: Known,
  usual: readonly number[],
  mayShow: (candidate: Candidate) => boolean,
): Remembering {
  const best = bestOf(candidatesFor(entry, known), mayShow);
  if (best.length === 0) return { shown: [], worth: null };
  const worth = worthOf(best.map(({ chances }) => chances));
  return { shown: whetherToAsk(worth, usual) ? best : [], worth };
}
