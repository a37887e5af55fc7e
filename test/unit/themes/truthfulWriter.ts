import { createThemeSession } from "../../../src/app/commands/themeSession.ts";

/** A text that somebody wrote, with what it is about: `planted` where that comes back on purpose. */
export interface Written {
  readonly id: string;
  /** Days since the year began. */
  readonly day: number;
  readonly text: string;
  readonly subjects: readonly string[];
  readonly planted: string | null;
}

/** What came of years of writing, summed. */
export interface Outcome {
  readonly entries: number;
  /** Entries after which earlier ones were shown. */
  readonly asked: number;
  /** Of those, where one of them is on the same subject. */
  readonly useful: number;
  readonly themes: number;
  /** Themes of which four or more entries ended up in one group by the writer's own taps. */
  readonly recovered: number;
}

/** No writing. */
export const nothingWritten: Outcome = { entries: 0, asked: 0, useful: 0, themes: 0, recovered: 0 };

const yearBegan = Date.UTC(2025, 0, 1, 8);
const overlaps = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));

/** The items by what `keyOf` says of each. */
export function groupedBy<T, Key>(items: Iterable<T>, keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Groups of ids, joined two by two. */
function createGroups() {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id;
    return parent === id ? id : rootOf(parent);
  };
  return { rootOf, join: (a: string, b: string) => parents.set(rootOf(a), rootOf(b)) };
}

/**
 * Writes a year, in order, to the engine that the app runs, and answers as a truthful person would:
 * "same" to every earlier entry that is of the same planted theme, "different" to the first other one.
 * The measures are those of `../shared/tools/theme-oracle.mjs`.
 */
export function writeTruthfully(year: readonly Written[], before: Outcome): Outcome {
  const session = createThemeSession();
  const ask = (line: object) => session.answer(JSON.stringify(line));
  const groups = createGroups();
  const known = new Map<string, Written>();
  let { asked, useful } = before;
  for (const entry of year) {
    known.set(entry.id, entry);
    const at = new Date(yearBegan + entry.day * 86_400_000).toISOString();
    const answer = ask({ id: entry.id, at, text: entry.text });
    if (!("reminds" in answer)) throw new Error(JSON.stringify(answer));
    const shown = answer.reminds.flatMap((id) => known.get(id) ?? []);
    if (shown.length === 0) continue;
    asked += 1;
    if (shown.some((earlier) => overlaps(earlier.subjects, entry.subjects))) useful += 1;
    let hasRefused = false;
    for (const earlier of shown) {
      if (entry.planted !== null && earlier.planted === entry.planted) {
        groups.join(earlier.id, entry.id);
        ask({ same: [entry.id, earlier.id] });
      } else if (!hasRefused) {
        hasRefused = true;
        ask({ different: [entry.id, earlier.id] });
      }
    }
  }
  const themes = groupedBy(
    year.filter(({ planted }) => planted !== null),
    ({ planted }) => planted,
  );
  const isRecovered = (members: readonly Written[]) =>
    [...groupedBy(members, ({ id }) => groups.rootOf(id)).values()].some(
      (group) => group.length >= 4,
    );
  return {
    entries: before.entries + year.length,
    asked,
    useful,
    themes: before.themes + themes.size,
    recovered: before.recovered + [...themes.values()].filter(isRecovered).length,
  };
}
