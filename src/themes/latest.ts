import type { Kept } from "./corpus.ts";

/** The latest few entries, known without going through all of them at every question. */
export interface Latest {
  readonly put: (entry: Pick<Kept, "id" | "at">) => void;
  readonly drop: (id: string) => void;
  /** Whether at most `later` entries happened after this time. */
  readonly holds: (at: number) => boolean;
}

/** Nothing yet, or what `all` holds, which is gone through anew after one of the latest was dropped. */
export function createLatest(later: number, all: () => Iterable<Kept>): Latest {
  let latest: Pick<Kept, "id" | "at">[] | null = null;
  const add = (to: Pick<Kept, "id" | "at">[], entry: Pick<Kept, "id" | "at">): void => {
    if (to.length > later && entry.at <= (to.at(-1)?.at ?? 0)) return;
    to.push({ id: entry.id, at: entry.at });
    to.sort((a, b) => b.at - a.at);
    to.length = Math.min(to.length, later + 1);
  };
  return {
    put: (entry) => {
      if (latest !== null) add(latest, entry);
    },
    drop: (id) => {
      if (latest?.some((entry) => entry.id === id) === true) latest = null;
    },
    holds: (at) => {
      if (latest === null) {
        latest = [];
        for (const entry of all()) add(latest, entry);
      }
      return latest.length <= later || at >= (latest[later]?.at ?? at);
    },
  };
}
