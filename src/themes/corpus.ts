/** An entry as the engine keeps it: what it says, not its text. */
export interface Kept {
  readonly id: string;
  /** A small number of its own, for tables. */
  readonly slot: number;
  /** When it happened, in milliseconds. */
  readonly at: number;
  /** Numbers of its terms in this corpus, in the order first said. */
  readonly terms: readonly number[];
  /** How often each is said. */
  readonly counts: readonly number[];
  /** The writer's word form of each. */
  readonly forms: readonly string[];
}

/** Everything written, turned round: which entries say a term. Term numbers differ between sessions; keys do not. */
export interface Corpus {
  readonly size: () => number;
  readonly get: (id: string) => Kept | undefined;
  readonly all: () => Iterable<Kept>;
  readonly put: (kept: Omit<Kept, "slot">) => void;
  /** Slots are below this. */
  readonly slots: () => number;
  /** The number of a term, given to it now if it is new. */
  readonly number: (key: string) => number;
  readonly drop: (id: string) => void;
  /** The number of a term; undefined where nothing ever said it. */
  readonly termOf: (key: string) => number | undefined;
  readonly keyOf: (term: number) => string;
  /** The entries that say a term, in no particular order. */
  readonly saying: (term: number) => readonly Kept[];
  /** Grows with every change. */
  readonly version: () => number;
}

/** An empty corpus. */
export function createCorpus(): Corpus {
  const entries = new Map<string, Kept>();
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const postings: Kept[][] = [];
  const none: readonly Kept[] = [];
  const free: number[] = [];
  let slots = 0;
  let version = 0;

  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    keys.push(key);
    postings.push([]);
    return keys.length - 1;
  };

  const drop = (id: string): void => {
    const kept = entries.get(id);
    if (kept === undefined) return;
    version += 1;
    entries.delete(id);
    free.push(kept.slot);
    for (const term of kept.terms) {
      const list = postings[term] ?? [];
      const place = list.indexOf(kept);
      const last = list.pop();
      if (last !== undefined && last !== kept) list[place] = last;
    }
  };

  return {
    size: () => entries.size,
    get: (id) => entries.get(id),
    all: () => entries.values(),
    drop,
    termOf: (key) => numbers.get(key),
    keyOf: (term) => keys[term] ?? "",
    saying: (term) => postings[term] ?? none,
    version: () => version,
    number: numberOf,
    slots: () => slots,
    put: (given) => {
      drop(given.id);
      version += 1;
      const kept: Kept = { ...given, slot: free.pop() ?? slots++ };
      entries.set(given.id, kept);
      for (const term of kept.terms) postings[term]?.push(kept);
    },
  };
}
