/** How often something may be done: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts, for each key (a device, an address), what it did lately. Kept in memory, for this node. */
export interface Allowance {
  /** Spends one; 0 if it was allowed, else the seconds until one will be. */
  readonly spend: (key: string, now: number) => number;
  /** Whether one could be spent, without spending it; as `spend`. */
  readonly look: (key: string, now: number) => number;
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
  const wait = (tokens: number) => (tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond));
  return {
    spend: (key, now) => {
      const tokens = tokensAt(key, now);
      if (tokens >= 1) buckets.set(key, { tokens: tokens - 1, at: now });
      return wait(tokens);
    },
    look: (key, now) => wait(tokensAt(key, now)),
    sweep: (now) => {
      for (const key of buckets.keys()) {
        if (tokensAt(key, now) >= burst) buckets.delete(key);
      }
    },
  };
}
