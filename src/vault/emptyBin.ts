import type { Instant } from "#base/Clock.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";

/** How long a record lies in the bin before it goes for good: thirty days. */
const binTime = 30 * 24 * 60 * 60 * 1000;

/**
 * Which records in the bin have been there long enough to go. Both this unlock and the one before
 * have to say so: a clock that is wrong once destroys nothing.
 */
export const expired = (
  binned: ReadonlyMap<RecordId, number>,
  now: Instant,
  previousUnlock: Instant | null,
): readonly RecordId[] =>
  previousUnlock === null
    ? []
    : [...binned]
        .filter(([, since]) => since + binTime < Math.min(now, previousUnlock))
        .map(([id]) => id);
