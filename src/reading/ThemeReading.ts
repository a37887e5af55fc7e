import type { Instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import { knownMoment } from "#core/entry/knownMoment.ts";
import type { EntryId, ThemeId } from "#core/identifiers.ts";
import type {
  Explanation,
  Occurrences,
  Prompt,
  Reminder,
  ThemeLine,
  ThemeView,
  Thread,
} from "#core/journal/Reader.ts";
import { carriesIdea } from "#core/proposal/carriesIdea.ts";
import { holds, isLiving, type Linked } from "#core/theme/Linked.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { entryLine } from "./entryLine.ts";
import { linkedByPerson, linksOf, presentThemes } from "./linksOf.ts";
import type { Shelves } from "./Shelves.ts";
import type { SharedTerm, ThemeEngine } from "./ThemeEngine.ts";
import { newestFirst } from "./Timeline.ts";
import { presentMembers, themeLine, themeName } from "./themeLines.ts";

/** Answers about what keeps coming back: what the engine finds, told in the records of the journal. */
export class ThemeReading {
  readonly #shelves: Shelves;
  readonly #engine: ThemeEngine;

  constructor(shelves: Shelves, engine: ThemeEngine) {
    this.#shelves = shelves;
    this.#engine = engine;
  }

  /** See `Reader.reminders`. */
  reminders(id: EntryId): readonly Reminder[] {
    return this.#engine.reminders(id).flatMap((reminder) => {
      const entry = this.#entryOf(reminder.entry);
      if (entry === null) return [];
      const theme = reminder.theme === null ? undefined : this.#shelves.themes.get(reminder.theme);
      const line = theme !== undefined && isLiving(theme) ? this.#line(theme) : null;
      const { sentence, shared } = this.#excerpt(entry, reminder.terms);
      return [
        {
          line: entryLine(entry),
          theme: line && { id: line.id, name: line.name, size: line.size },
          sentence,
          shared,
        },
      ];
    });
  }

  /** See `Reader.explain`. */
  explain(ids: readonly EntryId[]): Explanation {
    const entries = this.#present([...new Set(ids)]);
    const terms = this.#engine.terms(entries.map((entry) => entry.id));
    const linked = linkedByPerson(this.#shelves, new Set(entries.map((entry) => entry.id)));
    return {
      terms: terms.map((term) => term.shown),
      entries: entries.map((entry) => {
        const { sentence, shared } = this.#excerpt(entry, terms);
        const isLinkedByPerson = linked.has(entry.id);
        return { line: entryLine(entry), sentence, shared, isLinkedByPerson };
      }),
    };
  }

  /** See `Reader.occurrences`. */
  occurrences(title: string): Occurrences {
    const entries = this.#present(this.#engine.countMatches(title).entries);
    const dated = entries.flatMap((entry) => knownMoment(entry.happened) ?? []);
    return { entries: entries.map((entry) => entry.id), first: dated.at(-1) ?? null };
  }

  /** See `Reader.linked`. */
  linked(entries: readonly EntryId[]): Linked {
    return linksOf(this.#shelves, entries);
  }

  /** See `Reader.themes`: the latest to come back first. */
  themes(): readonly ThemeLine[] {
    return presentThemes(this.#shelves)
      .map((theme) => this.#line(theme))
      .sort(
        (a, b) =>
          (b.span?.last ?? 0) - (a.span?.last ?? 0) || b.size - a.size || (a.id < b.id ? -1 : 1),
      );
  }

  /** See `Reader.themesOf`. */
  themesOf(entry: EntryId): readonly ThemeLine[] {
    return presentThemes(this.#shelves)
      .filter((theme) => isLiving(theme) && holds(theme, entry))
      .map((theme) => this.#line(theme));
  }

  /** See `Reader.theme`. */
  theme(id: ThemeId): ThemeView | null {
    const theme = this.#shelves.themes.get(id);
    if (theme === undefined || theme.deletedAt !== null) return null;
    const present = presentMembers(theme, this.#entryOf);
    const terms = this.#engine.terms(present.map(({ entry }) => entry.id));
    return {
      ...this.#line(theme),
      theme,
      terms: terms.map((term) => term.shown),
      members: present.map(({ entry, how }) => {
        const excerpt = this.#excerpt(entry, terms);
        const mayBeIdea = carriesIdea(excerpt.sentence, entry.feeling);
        return { line: entryLine(entry), how, ...excerpt, mayBeIdea };
      }),
    };
  }

  /** See `Reader.threads`. */
  threads(): readonly Thread[] {
    return this.#engine.threads().flatMap(({ entries, terms }) => {
      const present = this.#present(entries);
      if (present.length < 2) return [];
      return [{ terms: terms.map((term) => term.shown), lines: present.map(entryLine) }];
    });
  }

  /** See `Reader.prompt`: once for each theme, and not for one that was dismissed. */
  prompt(now: Instant): Prompt | null {
    for (const found of this.#engine.prompts(now, this.#isDated)) {
      const theme = found.theme === null ? null : this.#shelves.themes.get(found.theme);
      if (theme === undefined) continue;
      if (theme !== null && (!isLiving(theme) || theme.promptAnsweredAt !== null)) continue;
      // A theme is told of whole, as it is where themes stand; only when to tell goes by its busiest days.
      const members = theme?.members.map(({ entry }) => entry).filter(this.#isDated);
      const entries = this.#present([...new Set(members ?? found.entries)]);
      const [latest, earliest] = [entries[0], entries.at(-1)];
      if (latest === undefined || earliest === undefined) continue;
      return {
        theme: found.theme,
        name: themeName(theme?.name ?? "", found.terms),
        entries: entries.map((entry) => entry.id),
        terms: found.terms.map((term) => term.shown),
        first: earliest.happened.at,
        last: latest.happened.at,
      };
    }
    return null;
  }

  #line(theme: Theme): ThemeLine {
    return themeLine(theme, this.#engine, this.#entryOf, this.#binnedOf);
  }

  #present(ids: readonly EntryId[]): readonly Entry[] {
    return ids
      .flatMap((id) => {
        const entry = this.#entryOf(id);
        return entry === null ? [] : [entry];
      })
      .sort(newestFirst);
  }

  #excerpt(entry: Entry, terms: readonly SharedTerm[]) {
    const text = entryText(entry);
    const { range, shared } = this.#engine.excerpt(text, terms);
    return { sentence: text.slice(range.start, range.end), range, shared };
  }

  /** Only what is known to lie within 90 days is told to keep coming back. */
  readonly #isDated = (id: EntryId): boolean => {
    const entry = this.#entryOf(id);
    return entry !== null && knownMoment(entry.happened) !== null;
  };

  readonly #entryOf = (id: EntryId): Entry | null => {
    const entry = this.#shelves.entries.get(id)?.entry;
    return entry === undefined || entry.deletedAt !== null ? null : entry;
  };

  readonly #binnedOf = (id: EntryId): Entry | null => {
    const entry = this.#shelves.entries.get(id)?.entry;
    return entry === undefined || entry.deletedAt === null ? null : entry;
  };
}
