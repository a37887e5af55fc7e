import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { EntryLine } from "#core/journal/Reader.ts";

const lineLength = 280;
const halfPair = /[\ud800-\udbff]$/;

/** An entry as a line in a list; the text is cut between characters, never inside a surrogate pair. */
export const entryLine = (entry: Entry): EntryLine => ({
  id: entry.id,
  text: entryText(entry).slice(0, lineLength).replace(halfPair, ""),
  happened: entry.happened,
  feeling: entry.feeling,
  model: entry.model,
  parts: entry.parts.filter((part) => part.text.trim() !== "").length,
  tags: entry.tags,
  forAppraisal: entry.forAppraisal,
  deletedAt: entry.deletedAt,
  isExample: entry.origin.type === "example",
});
