import type { EntryContent, EntryPart } from "./Entry.ts";

/** The parts in which anything was written, spaces alone not counting. */
export const writtenParts = (content: Pick<EntryContent, "parts">): readonly EntryPart[] =>
  content.parts.filter((part) => part.text.trim() !== "");

/** Whether there is anything to keep. */
export const hasWords = (content: Pick<EntryContent, "parts">): boolean =>
  content.parts.some((part) => part.text.trim() !== "");
