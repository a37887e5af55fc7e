import { type Instant, instant } from "#base/Clock.ts";

/**
 * Tries to unlock that did not lead to the key, kept with the cover. `waitSince` is when the last of
 * them was, once there have been too many to try again at once.
 */
export interface Tries {
  readonly wrong: number;
  readonly waitSince: Instant | null;
}

/** No wrong tries. */
export const noTries: Tries = { wrong: 0, waitSince: null };

/** Tries before the first wait (domain.md section 5: lock after 10). */
export const freeTries = 10;

const minute = 60_000;
/** Waits after the tenth wrong try and each later one; the last goes on. Long enough to stop guessing, short enough for a shift. */
const waits = [1, 2, 5, 10, 15].map((minutes) => minutes * minute);

const waitAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : (waits[Math.min(wrong - freeTries, waits.length - 1)] ?? 0);

/**
 * Until when nothing may be tried, or null. A clock that was set back makes nobody wait longer than
 * the wait itself: time before the last try is taken for the moment of that try, so the answer also
 * gives the tries as they should now be kept.
 */
export function waiting(
  tries: Tries,
  now: Instant,
): { readonly tries: Tries; readonly until: Instant | null } {
  if (tries.waitSince === null) return { tries, until: null };
  const since = Math.min(tries.waitSince, now);
  const until = since + waitAfter(tries.wrong);
  const kept = since === tries.waitSince ? tries : { ...tries, waitSince: instant(since) };
  return { tries: kept, until: until > now ? instant(until) : null };
}

/** The tries with one more wrong one. */
export function wrongTry(tries: Tries, now: Instant): Tries {
  const wrong = tries.wrong + 1;
  return { wrong, waitSince: wrong < freeTries ? null : now };
}

/** How many more may be wrong before there is a wait. */
export const triesLeft = (tries: Tries): number => Math.max(0, freeTries - tries.wrong);
