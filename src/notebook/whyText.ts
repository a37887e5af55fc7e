import { knownMoment } from "#core/entry/knownMoment.ts";
import type { EntryId, ThemeId } from "#core/identifiers.ts";
import type { Explanation } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { momentText } from "./momentText.ts";

/** What is explained; what a person may do about it depends on it. */
export type Explained =
  /** An earlier entry beside the one just kept, and the theme that it stands for. */
  | {
      readonly type: "reminder";
      readonly kept: EntryId;
      readonly earlier: EntryId;
      readonly theme: ThemeId | null;
    }
  | { readonly type: "prompt"; readonly entries: readonly EntryId[] }
  | { readonly type: "thread"; readonly entries: readonly EntryId[] }
  /** The page of a theme, where every sentence stands anyway. */
  | {
      readonly type: "theme";
      readonly entries: readonly EntryId[];
      readonly isDismissed: boolean;
    };

/** The entries that are explained. */
export const explainedEntries = (what: Explained): readonly EntryId[] =>
  what.type === "reminder" ? [what.kept, what.earlier] : what.entries;

/** When the first of them happened, in words; null where none has a date. */
function sinceText({ entries }: Explanation, now: number): string | null {
  const dated = entries.flatMap(({ line: { happened } }) => knownMoment(happened) ?? []);
  return dated.length === 0 ? null : momentText.dayNear(Math.min(...dated), now);
}

/** How many entries, since when. */
export function countText(what: Explained, why: Explanation, now: number): string {
  const count = why.entries.length;
  const since = sinceText(why, now);
  if (what.type === "theme") {
    return since === null
      ? m.notebook_why_of_theme_undated({ count })
      : m.notebook_why_of_theme({ count, since });
  }
  if (why.terms.length === 0) return m.notebook_why_no_words({ count });
  if (what.type === "reminder") {
    const happened = why.entries.find(({ line }) => line.id === what.earlier)?.line.happened;
    return happened === undefined || happened.precision === "unknown"
      ? m.notebook_why_pair_undated()
      : m.notebook_why_pair({ day: momentText.dayNear(happened.at, now) });
  }
  return since === null
    ? m.notebook_why_group_undated({ count })
    : m.notebook_why_group({ count, since });
}

/** What the person said of them before. */
export function linkedText({ entries }: Explanation): string {
  const count = entries.filter((entry) => entry.isLinkedByPerson).length;
  if (count === 0) return m.notebook_why_linked_none();
  if (count === entries.length) return m.notebook_why_linked_all();
  return m.notebook_why_linked({ count, all: entries.length });
}

/** What the buttons beside it do. */
export function thenText(what: Explained): string {
  switch (what.type) {
    case "reminder":
      return m.notebook_why_then_reminder();
    case "prompt":
      return m.notebook_why_then_prompt();
    case "thread":
      return m.notebook_why_then_thread();
    case "theme":
      return what.isDismissed ? m.notebook_why_then_dismissed() : m.notebook_why_then_theme();
  }
}
