import type { Corpus } from "./corpus.ts";
import type { Links } from "./links.ts";

/** What this writer's answers taught. */
export interface Learning {
  /** How much a term tells for this writer, beside how rare it is: 1 where nothing was learnt. */
  readonly trust: (term: number) => number;
}

/** How quickly trust follows the answers, and its bounds. */
const trustPower = 0.35;
const trustLeast = 0.5;
const trustMost = 2;

/**
 * Reads what was learnt from themes and judgements, anew when they or the entries have changed. Terms
 * that members of a theme share gain trust; terms shared by entries said to differ lose it.
 */
export function createLearning(corpus: Corpus, links: Links): Learning {
  let read = "";
  let gained = new Map<number, number>();
  let lost = new Map<number, number>();

  const refresh = (): void => {
    const now = `${links.version()} ${corpus.version()}`;
    if (read === now) return;
    read = now;
    gained = new Map();
    lost = new Map();
    for (const theme of links.themes()) if (!theme.dismissed) gain(theme.members);
    for (const judgement of links.judgements()) {
      if (judgement.verdict === "different") lose(judgement.entry, judgement.earlier);
    }
  };

  const gain = (members: readonly string[]): void => {
    const said = new Map<number, number>();
    for (const member of members) {
      for (const term of corpus.get(member)?.terms ?? []) said.set(term, (said.get(term) ?? 0) + 1);
    }
    for (const [term, times] of said) {
      if (times > 1) gained.set(term, (gained.get(term) ?? 0) + times - 1);
    }
  };

  const lose = (one: string, other: string): void => {
    const there = new Set(corpus.get(other)?.terms);
    for (const term of corpus.get(one)?.terms ?? []) {
      if (there.has(term)) lost.set(term, (lost.get(term) ?? 0) + 1);
    }
  };

  return {
    trust: (term) => {
      refresh();
      const ratio = (1 + (gained.get(term) ?? 0)) / (1 + (lost.get(term) ?? 0));
      return Math.min(trustMost, Math.max(trustLeast, ratio ** trustPower));
    },
  };
}
