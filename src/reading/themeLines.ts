import type { Entry } from "#core/entry/Entry.ts";
import { knownMoment } from "#core/entry/knownMoment.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { ThemeLine } from "#core/journal/Reader.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { engineEntry } from "./engineEntry.ts";
import type { SharedTerm, ThemeEngine } from "./ThemeEngine.ts";
import { newestFirst } from "./Timeline.ts";

/** How many terms stand for a name that was not given. */
const termsInName = 3;

const capitalised = ([first = "", ...rest]: Iterable<string>): string =>
  first.toLocaleUpperCase("en") + rest.join("");

/** A theme's name, else the most telling of its terms, begun with a capital. */
export const themeName = (name: string, terms: readonly SharedTerm[]): string =>
  name.trim() !== ""
    ? name
    : capitalised(
        terms
          .slice(0, termsInName)
          .map((term) => term.shown)
          .join(", "),
      );

/** The entries of a theme that are in the journal and not in its bin, newest first. */
export const presentMembers = (
  theme: Theme,
  entryOf: (id: EntryId) => Entry | null,
): readonly { readonly entry: Entry; readonly how: Theme["members"][number]["how"] }[] =>
  [...new Map(theme.members.map((member) => [member.entry, member])).values()]
    .flatMap(({ entry: id, how }) => {
      const entry = entryOf(id);
      return entry === null ? [] : [{ entry, how }];
    })
    .sort((a, b) => newestFirst(a.entry, b.entry));

/** From the first to the last entry that has a date, of entries newest first. */
function spanOf(entries: readonly Entry[]): ThemeLine["span"] {
  const dated = entries.flatMap(({ happened }) => knownMoment(happened) ?? []);
  const [last, first] = [dated[0], dated.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** A theme as a line in a list. Where one entry is left it keeps the terms that it shared with those in the bin, given by `binnedOf`. */
export function themeLine(
  theme: Theme,
  engine: ThemeEngine,
  entryOf: (id: EntryId) => Entry | null,
  binnedOf: (id: EntryId) => Entry | null,
): ThemeLine {
  const entries = presentMembers(theme, entryOf).map((member) => member.entry);
  const named = theme.name.trim() !== "";
  const terms = () => {
    const binned = entries.length < 2 ? presentMembers(theme, binnedOf) : [];
    return engine.terms(
      entries.map((entry) => entry.id),
      binned.map(({ entry }) => engineEntry(entry)),
    );
  };
  return {
    id: theme.id,
    name: themeName(theme.name, named ? [] : terms()),
    named,
    size: entries.length,
    span: spanOf(entries),
    dismissed: theme.dismissedAt !== null,
  };
}
