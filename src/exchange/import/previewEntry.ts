import type { Instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { PreviewEntry } from "#core/exchange/Importing.ts";
import { unknownDate } from "#exchange/fields/readDate.ts";
import type { FoundEntry } from "./FoundEntry.ts";

/** How much of an entry a preview shows. */
const shown = 280;

const cut = (text: string): string => text.slice(0, shown).toWellFormed();

/** A foreign entry as a preview shows it; one without a date shows the `now` it was asked for. */
export const previewFound = (found: FoundEntry, now: Instant): PreviewEntry => ({
  text: cut(found.text),
  happened: found.date.type === "date" ? found.date.happened : unknownDate(now),
  feeling: found.feeling,
  tags: found.tags,
});

/** A restored entry as a preview shows it. */
export const previewRestored = (entry: Entry): PreviewEntry => ({
  text: cut(entryText(entry)),
  happened: entry.happened,
  feeling: entry.feeling,
  tags: entry.tags,
});
