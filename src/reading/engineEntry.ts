import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { ThemeEngineEntry } from "./ThemeEngine.ts";

/** What the theme engine is told of an entry. */
export const engineEntry = (entry: Entry): ThemeEngineEntry => ({
  id: entry.id,
  at: entry.happened.at,
  text: entryText(entry),
  tags: entry.tags,
});
