import type { Instant } from "#base/Clock.ts";
import type { Entry, Feeling, Happened } from "#core/entry/Entry.ts";
import type { FoundWords } from "#core/exchange/Importing.ts";
import type { EntryId, ModelId, ThemeId } from "#core/identifiers.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { Preferences } from "#core/preferences/Preferences.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Linked } from "#core/theme/Linked.ts";
import type { Theme } from "#core/theme/Theme.ts";

/** Which entries to list; every field narrows further, and none lists everything not in the bin. */
export interface EntryFilter {
  readonly tags?: readonly string[];
  readonly feeling?: Feeling;
  readonly setting?: string;
  readonly model?: ModelId;
  /** From (inclusive) and to (exclusive). */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly forAppraisal?: boolean;
  /** List the bin instead of the journal. */
  readonly inBin?: boolean;
}

/** An entry as a line in a list: enough to recognise it. `text` is the first 280 characters. */
export interface EntryLine {
  readonly id: EntryId;
  readonly text: string;
  readonly happened: Happened;
  readonly feeling: Feeling;
  readonly model: ModelId;
  /** Under how many questions of the model something was written. */
  readonly parts: number;
  readonly tags: readonly string[];
  readonly forAppraisal: boolean;
  readonly deletedAt: Instant | null;
  readonly isExample: boolean;
}

/** Which entries, newest first for a timeline, best first for a search. */
export interface EntryList {
  readonly ids: readonly EntryId[];
  /** When each happened, in the same order, null where nobody said: for month headings in a virtual list. */
  readonly at: readonly (Instant | null)[];
}

/** A range of UTF-16 offsets in `entryText`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Found extends EntryList {
  /** The words of the journal that matched what was typed, folded: `markWords` (core/words) finds them in a text. */
  readonly words: readonly string[];
}

/** An earlier entry, or theme through its most fitting entry, that a new one may be the same thing as. */
export interface Reminder {
  readonly line: EntryLine;
  readonly theme: { readonly id: ThemeId; readonly name: string; readonly size: number } | null;
  /** The sentence that holds most of the shared words. */
  readonly sentence: string;
  /** Ranges of the shared words within `sentence`. */
  readonly shared: readonly TextRange[];
}

/** One of the entries of an `Explanation`. */
export interface ExplainedEntry {
  readonly line: EntryLine;
  /** The sentence that holds most of the shared words; empty where the entry has no words. */
  readonly sentence: string;
  /** Ranges of the shared words within `sentence`. */
  readonly shared: readonly TextRange[];
  /** The person linked it with another of these: "Same thing", or put into a theme with one by hand. */
  readonly isLinkedByPerson: boolean;
}

/** Why some entries are shown together, told in what is in the journal: no score, nothing generated. */
export interface Explanation {
  /** What at least two of them share, in the writer's own words, the most telling first. */
  readonly terms: readonly string[];
  /** Those that are in the journal now, newest first. */
  readonly entries: readonly ExplainedEntry[];
}

/** A theme in a list. `name` is the person's, else its terms. */
export interface ThemeLine {
  readonly id: ThemeId;
  readonly name: string;
  readonly named: boolean;
  readonly size: number;
  /** From the first to the last of its entries; null where none has a date. */
  readonly span: { readonly first: Instant; readonly last: Instant } | null;
  readonly dismissed: boolean;
}

export interface ThemeMember {
  readonly line: EntryLine;
  readonly how: Theme["members"][number]["how"];
  /** The sentence that says most of what the theme is about, with the range of it in `entryText`. */
  readonly sentence: string;
  readonly range: TextRange;
  readonly shared: readonly TextRange[];
  /** This sentence may carry an idea or something that helped. */
  readonly mayBeIdea: boolean;
}

export interface ThemeView extends ThemeLine {
  readonly theme: Theme;
  /** Shared words in the person's own word forms, the most telling first. */
  readonly terms: readonly string[];
  readonly members: readonly ThemeMember[];
}

/** Entries that may be going the same way, not yet said to be. */
export interface Thread {
  readonly terms: readonly string[];
  readonly lines: readonly EntryLine[];
}

/**
 * What keeps coming back, shown once on Today. `theme` null: near certain, but the person has not
 * linked them. Every one of its entries has a date.
 */
export interface Prompt {
  readonly theme: ThemeId | null;
  readonly name: string;
  readonly entries: readonly EntryId[];
  readonly terms: readonly string[];
  readonly first: Instant;
  readonly last: Instant;
}

/** How often something comes up in this journal. */
export interface Occurrences {
  /** The entries that speak of it, newest first. */
  readonly entries: readonly EntryId[];
  /** When the first dated one of them happened; null where none has a date. */
  readonly first: Instant | null;
}

/** What the reader knows so far; lists are complete once `loaded` equals `total`. */
export interface Readiness {
  readonly loaded: number;
  readonly total: number;
  readonly searchReady: boolean;
  /** How many records could not be read so far: set aside, and to be had by `Vault.unreadable`. */
  readonly unreadable: number;
}

/**
 * The read side of an open journal, in the reader worker: every view in memory, the search index and
 * the theme engine. It writes nothing but its own sealed indexes, through the vault. Each question
 * may name a `since` mark and is then answered after that write has arrived.
 */
export interface Reader {
  readonly readiness: () => Promise<Readiness>;
  /** Calls back after anything changed: readiness or records. Returns a way to stop. */
  readonly subscribe: (listener: () => void) => Promise<() => void>;

  readonly timeline: (filter: EntryFilter, since: Mark) => Promise<EntryList>;
  readonly lines: (ids: readonly EntryId[], since: Mark) => Promise<readonly EntryLine[]>;
  readonly entry: (id: EntryId, since: Mark) => Promise<Entry | null>;
  readonly find: (typed: string, filter: EntryFilter, since: Mark) => Promise<Found>;
  /** Entries of the same calendar day in earlier years. `offsetMinutes` is `Date.getTimezoneOffset()`. */
  readonly onThisDay: (
    day: Instant,
    offsetMinutes: number,
    since: Mark,
  ) => Promise<readonly EntryLine[]>;
  /** Words used before that start with what was typed, most used first. */
  readonly complete: (
    field: "tags" | "setting" | "roles",
    typed: string,
  ) => Promise<readonly string[]>;

  /** None, and none looked for, while the person has switched reminders off. */
  readonly reminders: (id: EntryId, since: Mark) => Promise<readonly Reminder[]>;
  /** Why these entries are shown together: what they share, sentence by sentence, and what the person said of them. */
  readonly explain: (entries: readonly EntryId[], since: Mark) => Promise<Explanation>;
  /** How often what a short text names, such as a theme's title, comes up in this journal: asked of nobody else. */
  readonly occurrences: (title: string, since: Mark) => Promise<Occurrences>;
  /** Every theme, dismissed ones too, that holds one of these entries, and what the person said of any of them; nothing deleted. It is what `sayTheSame` and `sayDifferent` ask for. */
  readonly linked: (entries: readonly EntryId[], since: Mark) => Promise<Linked>;
  readonly themes: (since: Mark) => Promise<readonly ThemeLine[]>;
  readonly theme: (id: ThemeId, since: Mark) => Promise<ThemeView | null>;
  /** Themes that hold this entry, dismissed ones left out. */
  readonly themesOf: (entry: EntryId, since: Mark) => Promise<readonly ThemeLine[]>;
  readonly threads: (since: Mark) => Promise<readonly Thread[]>;
  /** Null, and nothing looked for, while the person has switched reminders off. */
  readonly prompt: (now: Instant, since: Mark) => Promise<Prompt | null>;

  readonly proposals: (since: Mark) => Promise<readonly Proposal[]>;
  /** Proposals in the bin, the last deleted first; they go for good after thirty days. */
  readonly deletedProposals: (since: Mark) => Promise<readonly Proposal[]>;
  /** Everything of one team space that is not deleted; empty where the journal is not in it. */
  readonly shared: (space: SpaceId, since: Mark) => Promise<SharedView>;
  readonly ownModels: (since: Mark) => Promise<readonly OwnModel[]>;
  /** The journal's preferences, or the defaults. */
  readonly preferences: (since: Mark) => Promise<Preferences>;
  /** How often the journal holds the same words of the same moment, for each of these: see `TimesKept`. */
  readonly timesKept: (found: readonly FoundWords[], since: Mark) => Promise<readonly number[]>;
  /** Imports and examples that can still be undone: batch, count, when. */
  readonly batches: (since: Mark) => Promise<
    readonly {
      readonly batch: string;
      readonly type: "imported" | "example";
      readonly entries: readonly EntryId[];
      readonly at: Instant;
    }[]
  >;
}
