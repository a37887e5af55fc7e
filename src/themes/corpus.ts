import type { GistTerm } from "./gist.ts";
import type { KeptGist } from "./keptBytes.ts";

/** An entry as the engine keeps it: what it says, not its text. */
export interface Kept {
  readonly id: string;
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
  /** An entry as it was put. */
  readonly gist: (id: string) => KeptGist | undefined;
  readonly all: () => Iterable<Kept>;
  readonly put: (id: string, at: number, gist: readonly GistTerm[]) => void;
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
  const forms = new Map<string, string>();
  const none: readonly Kept[] = [];
  let version = 0;

  /** One string in memory for each form. */
  const shared = (form: string): string => {
    const known = forms.get(form);
    if (known === undefined) forms.set(form, form);
    return known ?? form;
  };

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
    gist: (id) => {
      const kept = entries.get(id);
      if (kept === undefined) return undefined;
      const gist = kept.terms.map((term, place) => ({
        key: keys[term] ?? "",
        count: kept.counts[place] ?? 1,
        form: kept.forms[place] ?? "",
      }));
      return { id, at: kept.at, gist };
    },
    all: () => entries.values(),
    drop,
    termOf: (key) => numbers.get(key),
    keyOf: (term) => keys[term] ?? "",
    saying: (term) => postings[term] ?? none,
    version: () => version,
    put: (id, at, gist) => {
      drop(id);
      version += 1;
      const kept: Kept = {
        id,
        at,
        terms: gist.map((term) => numberOf(term.key)),
        counts: gist.map((term) => term.count),
        forms: gist.map((term) => shared(term.form)),
      };
      entries.set(id, kept);
      for (const term of kept.terms) postings[term]?.push(kept);
    },
  };
}
