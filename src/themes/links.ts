/** What the engine needs to know of a theme: who is in it, who never comes in, and whether it is one for the person. */
export interface KnownTheme {
  readonly id: string;
  readonly members: readonly string[];
  readonly takenOut: readonly string[];
  readonly dismissed: boolean;
}

/** What the person said of two entries. */
interface KnownJudgement {
  readonly id: string;
  readonly entry: string;
  readonly earlier: string;
  readonly verdict: "same" | "different";
}

/** All that the person has said about what belongs together. Entries may be named before they are known. */
export interface Links {
  readonly putTheme: (theme: KnownTheme) => void;
  readonly dropTheme: (id: string) => void;
  readonly putJudgement: (judgement: KnownJudgement) => void;
  readonly dropJudgement: (id: string) => void;
  readonly theme: (id: string) => KnownTheme | undefined;
  readonly themes: () => Iterable<KnownTheme>;
  readonly judgements: () => Iterable<KnownJudgement>;
  /** The themes that hold an entry, dismissed ones too. */
  readonly themesOf: (entry: string) => readonly KnownTheme[];
  /** The person said that these two are not the same thing, and did not say otherwise of the pair. */
  readonly apart: (a: string, b: string) => boolean;
  /** How many other entries than `except` the person said are not the same thing as this earlier one. */
  readonly refused: (earlier: string, except: string) => number;
  /** Grows with every change. */
  readonly version: () => number;
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const none: readonly KnownTheme[] = [];

/** Nothing said yet. */
export function createLinks(): Links {
  const themes = new Map<string, KnownTheme>();
  const holding = new Map<string, Set<KnownTheme>>();
  const judgements = new Map<string, KnownJudgement>();
  const said = new Map<string, Set<KnownJudgement>>();
  const refusals = new Map<string, Set<KnownJudgement>>();
  let version = 0;

  const dropTheme = (id: string): void => {
    const theme = themes.get(id);
    if (theme === undefined) return;
    version += 1;
    themes.delete(id);
    for (const member of theme.members) holding.get(member)?.delete(theme);
  };

  const dropJudgement = (id: string): void => {
    const judgement = judgements.get(id);
    if (judgement === undefined) return;
    version += 1;
    judgements.delete(id);
    said.get(pairOf(judgement.entry, judgement.earlier))?.delete(judgement);
    refusals.get(judgement.earlier)?.delete(judgement);
  };

  return {
    dropTheme,
    dropJudgement,
    putTheme: (theme) => {
      dropTheme(theme.id);
      version += 1;
      themes.set(theme.id, theme);
      for (const member of theme.members) {
        const held = holding.get(member) ?? new Set();
        holding.set(member, held.add(theme));
      }
    },
    putJudgement: (judgement) => {
      dropJudgement(judgement.id);
      version += 1;
      judgements.set(judgement.id, judgement);
      const pair = pairOf(judgement.entry, judgement.earlier);
      said.set(pair, (said.get(pair) ?? new Set()).add(judgement));
      if (judgement.verdict === "same") return;
      refusals.set(
        judgement.earlier,
        (refusals.get(judgement.earlier) ?? new Set()).add(judgement),
      );
    },
    theme: (id) => themes.get(id),
    themes: () => themes.values(),
    judgements: () => judgements.values(),
    themesOf: (entry) => {
      const held = holding.get(entry);
      if (held === undefined || held.size === 0) return none;
      return [...held].sort(
        (a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1),
      );
    },
    apart: (a, b) => {
      if (judgements.size === 0) return false;
      const words = [...(said.get(pairOf(a, b)) ?? [])];
      return words.length > 0 && words.every((word) => word.verdict === "different");
    },
    refused: (earlier, except) => {
      const refusing = refusals.get(earlier);
      if (refusing === undefined) return 0;
      return new Set([...refusing].map((judgement) => judgement.entry).filter((e) => e !== except))
        .size;
    },
    version: () => version,
  };
}
