import type { Instant } from "#base/Clock.ts";
import type { EntryId, JudgementId, ThemeId } from "#core/identifiers.ts";
import type { TextRange } from "#core/journal/Reader.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import type { KeptIndex } from "./KeptIndex.ts";

/** What the engine learns of an entry: `text` is its `entryText`, `at` when it happened. */
export interface ThemeEngineEntry {
  readonly id: EntryId;
  readonly at: Instant;
  readonly text: string;
  readonly tags: readonly string[];
}

/** Something entries share: `key` is the engine's own name for it, `shown` the writer's own word form. */
export interface SharedTerm {
  readonly key: string;
  readonly shown: string;
}

/** An earlier entry that may be the same thing, alone or as the most fitting entry of a theme. */
export interface EngineReminder {
  readonly entry: EntryId;
  readonly theme: ThemeId | null;
  readonly terms: readonly SharedTerm[];
}

/** The sentence of a text that holds most of some terms. Never empty where the text has a word. */
export interface Excerpt {
  /** Where the sentence stands in the text, without white space around it. */
  readonly range: TextRange;
  /** Where the terms stand, counted from the start of the sentence; in order, never overlapping. */
  readonly shared: readonly TextRange[];
}

/** At least four confirmed or near-certain entries within 90 days. `theme` null: not linked by the person yet. */
export interface EnginePrompt {
  readonly theme: ThemeId | null;
  readonly entries: readonly EntryId[];
  readonly terms: readonly SharedTerm[];
}

/** Entries that may be going the same way. */
export interface EngineThread {
  readonly entries: readonly EntryId[];
  readonly terms: readonly SharedTerm[];
}

/**
 * What the reader needs of the engine that finds what keeps coming back. Everything is synchronous
 * and in memory. Entries come in any order; entries in the bin are dropped until they return. Only
 * what is made from entries is kept between sessions (`KeptIndex`): themes and judgements are given
 * anew each time, possibly before the entries that they name.
 */
export interface ThemeEngine extends KeptIndex<ThemeEngineEntry> {
  /** A theme is there, or has changed. Deleted ones are dropped instead; dismissed ones are given. */
  readonly putTheme: (theme: Theme) => void;
  readonly dropTheme: (id: ThemeId) => void;
  /** The person said same or different; one taken back is dropped. */
  readonly putJudgement: (judgement: Judgement) => void;
  readonly dropJudgement: (id: JudgementId) => void;

  /** At most three, best first; only entries that happened before or were written before, never ones said to differ or already in a theme with it. Empty for an unknown id. */
  readonly reminders: (id: EntryId) => readonly EngineReminder[];
  /** What these entries share, the most surprising for this writer first; at most eight. `gone` are entries among them that were dropped. */
  readonly terms: (
    ids: readonly EntryId[],
    gone?: readonly ThemeEngineEntry[],
  ) => readonly SharedTerm[];
  /** The sentence of `text` that says most of `terms`. */
  readonly excerpt: (text: string, terms: readonly SharedTerm[]) => Excerpt;
  /** The entries that speak of what a short text names, in order of time. */
  readonly countMatches: (title: string) => { readonly entries: readonly EntryId[] };
  /** Loose possibilities, strongest first; never entries of a theme, dismissed ones included. */
  readonly threads: () => readonly EngineThread[];
  /** Every prompt that could be shown, best first. Those of themes answered or dismissed are left out by the reader; unlinked ones must not name entries of any theme. */
  readonly prompts: (
    now: Instant,
    /** Which entries count, such as those with a date. */
    counts: (entry: EntryId) => boolean,
  ) => readonly EnginePrompt[];
}
