import { type Instant, instant } from "#base/Clock.ts";
import type { EntryId, JudgementId, ThemeId } from "#core/identifiers.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { createCorpus, type Kept } from "./corpus.ts";
import { countMatches } from "./countMatches.ts";
import { type Excerpt, excerptOf } from "./excerptOf.ts";
import { type SharedTerm, sharedTerms } from "./explain.ts";
import { gistOf } from "./gist.ts";
import { isCommon } from "./isCommon.ts";
import { createSegments } from "./keepSegments.ts";
import { readSegment, segmentBytes } from "./keptBytes.ts";
import { createLatest } from "./latest.ts";
import { createLearning } from "./learning.ts";
import { createLinks } from "./links.ts";
import { promptsOf } from "./promptsOf.ts";
import { remind } from "./remind.ts";
import { threadsOf } from "./threadsOf.ts";
import { createWeighing } from "./weighing.ts";
import { createWorths } from "./worths.ts";

/** What the engine reads of an entry: its text and tags, and when it happened. */
export interface EngineEntry {
  readonly id: EntryId;
  readonly at: Instant;
  readonly text: string;
  readonly tags: readonly string[];
}

/** An earlier entry that may be the same thing, alone or as the most fitting entry of a theme. */
export interface EngineReminder {
  readonly entry: EntryId;
  readonly theme: ThemeId | null;
  readonly terms: readonly SharedTerm[];
  /** The chance that it is on the same subject, 0 to 1. */
  readonly chance: number;
}

/** Entries that share something: a thread, or a prompt of a theme or (null) of entries not linked yet. */
export interface EngineGroup {
  readonly entries: readonly EntryId[];
  readonly terms: readonly SharedTerm[];
}

/**
 * The engine that finds what keeps coming back in one person's writing: pure, in memory, the same
 * answers for the same writing whatever the order it arrived in. `docs/themes.md` tells how it works.
 */
export interface ThemeEngine {
  /** Takes up segments stored earlier, by number; false where they cannot be read: it is then empty. */
  readonly load: (segments: readonly Uint8Array[]) => boolean;
  /** The segments that changed since the last call or since `load`, and how many there are. */
  readonly changed: () => {
    readonly segments: readonly { readonly number: number; readonly bytes: Uint8Array }[];
    readonly count: number;
  };
  readonly ids: () => Iterable<EntryId>;
  readonly has: (id: EntryId) => boolean;
  /** Adds an entry, or replaces the one with this id. */
  readonly put: (entry: EngineEntry) => void;
  readonly drop: (id: EntryId) => void;
  readonly putTheme: (theme: Theme) => void;
  readonly dropTheme: (id: ThemeId) => void;
  readonly putJudgement: (judgement: Judgement) => void;
  readonly dropJudgement: (id: JudgementId) => void;
  /**
   * At most three, best first; none where asking is not likely enough to help, or for an unknown id.
   * What they were worth while an entry was new is remembered, and later ones are judged by it.
   */
  readonly reminders: (id: EntryId) => readonly EngineReminder[];
  /** What these entries share, the most surprising for this writer first; at most eight. */
  readonly terms: (ids: readonly EntryId[], gone?: readonly EngineEntry[]) => readonly SharedTerm[];
  /** The sentence of `text` that says most of `terms`. */
  readonly excerpt: (text: string, terms: readonly SharedTerm[]) => Excerpt;
  /** How often what a short text names comes up in this journal, and since when. */
  readonly countMatches: (title: string) => {
    readonly entries: readonly EntryId[];
    readonly first: Instant | null;
  };
  readonly threads: () => readonly EngineGroup[];
  /** Of the entries that `counts` lets through: whoever asks knows which are dated. */
  readonly prompts: (
    now: Instant,
    counts: (entry: EntryId) => boolean,
  ) => readonly (EngineGroup & { readonly theme: ThemeId | null })[];
}

/** An entry is new while no more than this many happened after it: some are written days later, or dated ahead. */
const laterAtMost = 5;

/** An engine that has read nothing yet. */
export function createThemeEngine(): ThemeEngine {
  let corpus = createCorpus();
  const links = createLinks();
  let learning = createLearning(corpus, links);
  let segments = createSegments();
  let worths = createWorths();
  let latest = createLatest(laterAtMost, () => corpus.all());

  const keptOf = (ids: readonly EntryId[]): readonly Kept[] =>
    ids.flatMap((id) => corpus.get(id) ?? []);
  const readEntry = ({ id, at, text, tags }: EngineEntry): Omit<Kept, "slot"> => {
    const gist = gistOf(text, tags);
    return {
      id,
      at,
      terms: gist.map((term) => corpus.number(term.key)),
      counts: gist.map((term) => term.count),
      forms: gist.map((term) => term.form),
    };
  };
  const idsOf = (entries: readonly Kept[]): readonly EntryId[] =>
    entries.map((kept) => kept.id as EntryId);
  const sharedBy = (entries: readonly Kept[]): readonly SharedTerm[] =>
    sharedTerms(entries, corpus, learning);
  const clear = (): void => {
    corpus = createCorpus();
    learning = createLearning(corpus, links);
    segments = createSegments();
    worths = createWorths();
    latest = createLatest(laterAtMost, () => corpus.all());
  };
  /** Two shared terms, or one that is not common. */
  const isEnough = (shared: readonly SharedTerm[]): boolean =>
    shared.length > 1 || shared.some(({ key }) => !isCommon(key, corpus));
  return {
    load: (stored) => {
      for (const [number, bytes] of stored.entries()) {
        const read = readSegment(bytes, corpus, worths);
        if (read === null) {
          clear();
          return false;
        }
        for (const id of read) segments.place(id, number);
      }
      return true;
    },
    changed: () => ({
      segments: segments.take().map(({ number, ids }) => ({
        number,
        bytes: segmentBytes(
          ids.flatMap((id) => corpus.get(id) ?? []),
          corpus,
          worths,
        ),
      })),
      count: segments.count(),
    }),
    ids: function* () {
      for (const kept of corpus.all()) yield kept.id as EntryId;
    },
    has: (id) => corpus.get(id) !== undefined,
    put: (entry) => {
      corpus.put(readEntry(entry));
      latest.drop(entry.id);
      latest.put(entry);
      segments.mark(entry.id);
    },
    drop: (id) => {
      corpus.drop(id);
      latest.drop(id);
      worths.drop(id);
      segments.drop(id);
    },
    putTheme: (theme) =>
      links.putTheme({
        id: theme.id,
        members: theme.members.map((member) => member.entry),
        takenOut: theme.takenOut,
        dismissed: theme.dismissedAt !== null,
      }),
    dropTheme: links.dropTheme,
    putJudgement: ({ id, entry, earlier, verdict }) =>
      links.putJudgement({ id, entry, earlier, verdict }),
    dropJudgement: links.dropJudgement,
    reminders: (id) => {
      const kept = corpus.get(id);
      if (kept === undefined) return [];
      const weighing = createWeighing(corpus, learning);
      const { shown, worth } = remind(
        kept,
        { corpus, links, weighing },
        worths.usualFor(id, kept.at),
        ({ entry }) => isEnough(sharedBy([kept, entry])),
      );
      if (worth !== null && latest.holds(kept.at) && worths.remember({ id, at: kept.at, worth })) {
        segments.mark(id);
      }
      return shown.map(({ candidate, chances }) => ({
        entry: candidate.entry.id as EntryId,
        theme: candidate.theme === null ? null : (candidate.theme.id as ThemeId),
        terms: sharedBy([kept, candidate.entry]),
        chance: chances.sameSubject,
      }));
    },
    terms: (ids, gone = []) =>
      sharedBy([...keptOf(ids), ...gone.map((entry) => ({ ...readEntry(entry), slot: -1 }))]),
    excerpt: excerptOf,
    countMatches: (title) => {
      const found = countMatches(title, corpus);
      return { entries: idsOf(found), first: found[0] ? instant(found[0].at) : null };
    },
    threads: () =>
      threadsOf(corpus, links, learning)
        .map(({ entries }) => ({ entries: idsOf(entries), terms: sharedBy(entries) }))
        .filter(({ terms }) => terms.length > 0),
    prompts: (now, counts) =>
      promptsOf(now, corpus, links, learning, (kept) => counts(kept.id as EntryId))
        .map(({ theme, entries }) => ({
          theme: theme === null ? null : (theme as ThemeId),
          entries: idsOf(entries),
          terms: sharedBy(entries),
        }))
        .filter(({ terms }) => terms.length > 0),
  };
}
