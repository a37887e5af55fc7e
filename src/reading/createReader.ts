import type { Reader } from "#core/journal/Reader.ts";
import type { ReaderSource } from "#core/journal/ReaderFeed.ts";
import { batches } from "./batches.ts";
import { defaultPreferences } from "./defaultPreferences.ts";
import { EntryReading } from "./EntryReading.ts";
import { JournalInMemory } from "./JournalInMemory.ts";
import { KeptWords } from "./KeptWords.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";
import { sharedView } from "./sharedView.ts";
import type { ThemeEngine } from "./ThemeEngine.ts";
import { ThemeReading } from "./ThemeReading.ts";

/** Wordings offered at a time when completing. */
const completions = 12;

/**
 * The read side of one open journal. It starts listening to `source` at once. Lists of entries are
 * answered from what has arrived, newest first, so that a place can be shown while the rest loads;
 * questions whose answer would be wrong without the whole journal wait for it.
 */
export function createReader(
  source: ReaderSource,
  engine: ThemeEngine,
  platform: ReaderPlatform,
): Reader {
  const journal = new JournalInMemory(source, engine, platform);
  const { shelves } = journal;
  const entries = new EntryReading(shelves, journal.index);
  const words = new KeptWords(shelves);
  const themes = new ThemeReading(shelves, engine);
  const preferences: Reader["preferences"] = async (since) => {
    await journal.arrived(since);
    if (shelves.preferences === null) await journal.whole(since);
    return shelves.preferences ?? defaultPreferences;
  };

  return {
    readiness: async () => journal.readiness(),
    subscribe: async (listener) => journal.listeners.add(listener),

    timeline: async (filter, since) => {
      await journal.arrived(since);
      return entries.timeline(filter);
    },
    lines: async (ids, since) => {
      await journal.arrived(since);
      return entries.lines(ids);
    },
    entry: async (id, since) => {
      await journal.arrived(since);
      if (!shelves.entries.has(id)) await journal.whole(since);
      return shelves.entries.get(id)?.entry ?? null;
    },
    find: async (typed, filter, since) => {
      await journal.searchable(since);
      return entries.find(typed, filter);
    },
    onThisDay: async (day, offsetMinutes, since) => {
      await journal.arrived(since);
      return entries.onThisDay(day, offsetMinutes, platform.timezoneOffset);
    },
    complete: async (field, typed) => shelves.uses[field].startingWith(typed, completions),

    reminders: async (id, since) => {
      if (!(await preferences(since)).reminders) return [];
      await journal.remembered(since);
      return themes.reminders(id);
    },
    explain: async (ids, since) => {
      await journal.remembered(since);
      return themes.explain(ids);
    },
    occurrences: async (title, since) => {
      await journal.remembered(since);
      return themes.occurrences(title);
    },
    linked: async (ids, since) => {
      await journal.whole(since);
      return themes.linked(ids);
    },
    themes: async (since) => {
      await journal.remembered(since);
      return themes.themes();
    },
    theme: async (id, since) => {
      await journal.remembered(since);
      return themes.theme(id);
    },
    themesOf: async (entry, since) => {
      await journal.remembered(since);
      return themes.themesOf(entry);
    },
    threads: async (since) => {
      await journal.remembered(since);
      return themes.threads();
    },
    prompt: async (now, since) => {
      if (!(await preferences(since)).reminders) return null;
      await journal.remembered(since);
      return themes.prompt(now);
    },

    proposals: async (since) => {
      await journal.whole(since);
      return present(shelves.proposals.values()).sort((a, b) => b.editedAt - a.editedAt);
    },
    deletedProposals: async (since) => {
      await journal.whole(since);
      return [...shelves.proposals.values()]
        .filter((proposal) => proposal.deletedAt !== null)
        .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
    },
    ownModels: async (since) => {
      await journal.whole(since);
      return present(shelves.models.values()).sort((a, b) => a.createdAt - b.createdAt);
    },
    preferences,
    shared: async (space, since) => {
      await journal.whole(since);
      return sharedView(space, shelves.shared.of(space));
    },
    timesKept: async (found, since) => {
      await journal.whole(since);
      return words.times(found);
    },
    batches: async (since) => {
      await journal.whole(since);
      return batches(shelves.timeline.entries());
    },
  };
}

/** Records that are not deleted. */
const present = <R extends { readonly deletedAt: unknown }>(records: Iterable<R>): R[] =>
  [...records].filter((record) => record.deletedAt === null);
