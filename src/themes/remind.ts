import { bestOf, type Reminded } from "./bestOf.ts";
import { type Candidate, candidatesFor, type Known } from "./candidates.ts";
import { rankOf, worthOf } from "./chance.ts";
import type { Kept } from "./corpus.ts";
import { whetherToAsk } from "./whetherToAsk.ts";

/** Reminders to show, and what the best would be worth, shown or not; null where there are none. */
export interface Remembering {
  readonly shown: readonly Reminded[];
  readonly worth: number | null;
}

/** A journal with fewer entries than this says too little of what is usual for its writer … */
const youngBelow = 30;
/** … and beside the best, only what is at least this share as likely is shown there: on the first days a far guess costs trust in the near one. */
const worthBeside = 0.3;

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
  const isYoung = known.corpus.size() < youngBelow;
  const least = isYoung ? worthBeside * Math.max(...best.map(({ chances }) => rankOf(chances))) : 0;
  const shown = best.filter(({ chances }) => rankOf(chances) >= least);
  return { shown: whetherToAsk(worth, usual) ? shown : [], worth };
}
