import type { EntryContent } from "./Entry.ts";

/** All the words of an entry or draft, part after part with a blank line between, for reading, search and themes. */
export const entryText = (content: Pick<EntryContent, "parts">): string =>
  content.parts
    .map((part) => part.text)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
