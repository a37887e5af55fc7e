/** How often something may be done: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts, for each key (a device, an address), what it did lately. Kept in memory, for this node. */
export interface Allowance {
  /** Spends one, or `count` (at most the burst); 0 if that was allowed, else the seconds until it will be. */
  readonly spend: (key: string, now: number, count?: number) => number;
  /** Forgets keys that did nothing lately. */
  readonly sweep: (now: number) => void;
}

/** A token bucket for each key. `now` is in milliseconds. */
export function allowance({ burst, perSecond }: Rate): Allowance {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const tokensAt = (key: string, now: number): number => {
    const bucket = buckets.get(key);
    if (!bucket) return burst;
    const grown = (Math.max(0, now - bucket.at) / 1000) * perSecond;
    return Math.min(burst, bucket.tokens + grown);
  };
  return {
    spend: (key, now, count = 1) => {
      const tokens = tokensAt(key, now);
      const wanted = Math.min(count, burst);
      if (tokens < wanted) return Math.ceil((wanted - tokens) / perSecond);
      buckets.set(key, { tokens: tokens - wanted, at: now });
      return 0;
    },
    sweep: (now) => {
      for (const key of buckets.keys()) {
        if (tokensAt(key, now) >= burst) buckets.delete(key);
      }
    },
  };
}
