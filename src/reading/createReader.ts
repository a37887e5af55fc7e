import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { Reader, Readiness } from "#core/journal/Reader.ts";
import type { ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { batches } from "./batches.ts";
import { defaultPreferences } from "./defaultPreferences.ts";
import { EntryReading } from "./EntryReading.ts";
import { FeedIntake } from "./FeedIntake.ts";
import { Gate } from "./Gate.ts";
import { IndexKeeper } from "./IndexKeeper.ts";
import { Listeners } from "./Listeners.ts";
import { Marks } from "./Marks.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";
import { searchDocument } from "./SearchDocument.ts";
import { SearchIndex } from "./SearchIndex.ts";
import { Shelves } from "./Shelves.ts";
import type { ThemeEngine, ThemeEngineEntry } from "./ThemeEngine.ts";
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
  const shelves = new Shelves();
  const marks = new Marks();
  const listeners = new Listeners(platform);
  const index = new SearchIndex(platform);
  const reached = () => marks.reached;
  const search = new IndexKeeper("search", index, searchDocument, reached, source, platform);
  const themes = new IndexKeeper("themes", engine, engineEntry, reached, source, platform);
  const entryReading = new EntryReading(shelves, index);
  const themeReading = new ThemeReading(shelves, engine);

  let total = 0;
  let taken = 0;
  let searchReady = false;
  let engineFollows = false;
  const loaded = new Gate();

  // What a person sees first comes first: the newest entries, then search, then what keeps coming back.
  const firstTaken = new Gate();
  const searchOpened = firstTaken.passed().then(() => search.open());
  const themesOpened = searchOpened.then(() => themes.open());

  const tellEngine = (record: JournalRecord, isHere: boolean) => {
    if (record.kind === "theme") {
      if (isHere && record.deletedAt === null) engine.putTheme(record);
      else engine.dropTheme(record.id);
    } else if (record.kind === "judgement") {
      if (isHere && record.deletedAt === null) engine.putJudgement(record);
      else engine.dropJudgement(record.id);
    }
  };

  const catchUpSearch = async () => {
    await searchOpened;
    search.catchUp(shelves.entries);
    await search.settled();
    searchReady = true;
    listeners.tell();
  };
  const catchUpThemes = async () => {
    await themesOpened;
    for (const theme of shelves.themes.values()) tellEngine(theme, true);
    for (const judgement of shelves.judgements.values()) tellEngine(judgement, true);
    engineFollows = true;
    themes.catchUp(shelves.entries);
    await themes.settled();
    listeners.tell();
  };

  const intake = new FeedIntake(platform, {
    begin: (count) => {
      total = count;
      listeners.tell();
    },
    put: (record, order) => {
      taken += 1;
      if (!shelves.put(record, order)) return;
      if (record.kind === "entry") {
        search.written(record);
        themes.written(record);
      } else if (engineFollows) tellEngine(record, true);
      listeners.tell();
    },
    unreadable: () => {
      taken += 1;
    },
    remove: (id) => {
      const record = shelves.remove(id);
      if (record === null) return;
      if (record.kind === "entry") {
        search.removed(record.id);
        themes.removed(record.id);
      } else if (engineFollows) tellEngine(record, false);
      listeners.tell();
    },
    taken: () => firstTaken.open(),
    reached: (through) => marks.reach(through),
    loaded: () => {
      firstTaken.open();
      loaded.open();
      listeners.tell();
      void catchUpSearch();
      void catchUpThemes();
    },
  });
  void source.listen(intake.take);

  const arrived = (since: Mark) => (since > 0 ? marks.until(since) : Promise.resolve());
  const whole = async (since: Mark) => {
    await loaded.passed();
    await arrived(since);
  };
  const remembered = async (since: Mark) => {
    await whole(since);
    await themes.settled();
  };
  const living = <R extends { readonly deletedAt: unknown }>(records: Iterable<R>) =>
    [...records].filter((record) => record.deletedAt === null);

  return {
    readiness: async (): Promise<Readiness> => ({
      loaded: taken,
      total: loaded.isOpen ? taken : Math.max(total, taken + 1),
      searchReady,
    }),
    subscribe: async (listener) => listeners.add(listener),

    timeline: async (filter, since) => {
      await arrived(since);
      return entryReading.timeline(filter);
    },
    lines: async (ids, since) => {
      await arrived(since);
      return entryReading.lines(ids);
    },
    entry: async (id, since) => {
      await arrived(since);
      const found = shelves.entries.get(id);
      if (found !== undefined) return found.entry;
      await loaded.passed();
      return shelves.entries.get(id)?.entry ?? null;
    },
    find: async (typed, filter, since) => {
      await whole(since);
      await search.settled();
      return entryReading.find(typed, filter);
    },
    onThisDay: async (day, offsetMinutes, since) => {
      await arrived(since);
      return entryReading.onThisDay(day, offsetMinutes, platform.timezoneOffset);
    },
    complete: async (field, typed) => shelves.uses[field].startingWith(typed, completions),

    reminders: async (id, since) => {
      await remembered(since);
      return themeReading.reminders(id);
    },
    linked: async (entries, since) => {
      await whole(since);
      return themeReading.linked(entries);
    },
    themes: async (since) => {
      await remembered(since);
      return themeReading.themes();
    },
    theme: async (id, since) => {
      await remembered(since);
      return themeReading.theme(id);
    },
    themesOf: async (entry, since) => {
      await remembered(since);
      return themeReading.themesOf(entry);
    },
    threads: async (since) => {
      await remembered(since);
      return themeReading.threads();
    },
    prompt: async (now, since) => {
      await remembered(since);
      return themeReading.prompt(now);
    },

    proposals: async (since) => {
      await whole(since);
      return living(shelves.proposals.values()).sort((a, b) => b.editedAt - a.editedAt);
    },
    ownModels: async (since) => {
      await whole(since);
      return living(shelves.models.values()).sort((a, b) => a.createdAt - b.createdAt);
    },
    preferences: async (since) => {
      await arrived(since);
      if (shelves.preferences === null) await loaded.passed();
      return shelves.preferences ?? defaultPreferences;
    },
    batches: async (since) => {
      await whole(since);
      return batches(shelves.timeline.entries());
    },
  };
}

/** What the theme engine is told of an entry; nothing while it is in the bin. */
const engineEntry = (entry: Entry): ThemeEngineEntry | null =>
  entry.deletedAt === null
    ? { id: entry.id, at: entry.happened.at, text: entryText(entry), tags: entry.tags }
    : null;
