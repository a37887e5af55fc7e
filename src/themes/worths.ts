/** What reminding of an entry was worth when it was new. */
interface Worth {
  readonly id: string;
  readonly at: number;
  readonly worth: number;
}

/** Remembers what reminders were worth, so that the next can be judged by the writer's own. */
export interface Worths {
  /** The first worth given for an entry stays. True where it is new. */
  readonly remember: (given: Worth) => boolean;
  readonly of: (id: string) => number | null;
  readonly drop: (id: string) => void;
  /** Those of the latest other entries up to a time, at most `usualOf`; in no particular order. */
  readonly usualFor: (id: string, at: number) => readonly number[];
}

/** So many of the latest entries say what is usual for a writer: a season's, so that it follows them. */
const usualOf = 40;

/** Nothing remembered. */
export function createWorths(): Worths {
  const known = new Map<string, Worth>();
  return {
    remember: (given) => {
      if (known.has(given.id)) return false;
      known.set(given.id, given);
      return true;
    },
    of: (id) => known.get(id)?.worth ?? null,
    drop: (id) => {
      known.delete(id);
    },
    usualFor: (id, at) =>
      [...known.values()]
        .filter((each) => each.at <= at && each.id !== id)
        .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
        .slice(0, usualOf)
        .map((each) => each.worth),
  };
}
