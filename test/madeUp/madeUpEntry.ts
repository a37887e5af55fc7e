import type { Instant } from "#base/Clock.ts";
import type { Draft, Entry, EntryContent } from "#core/entry/Entry.ts";
import type { DraftId, EntryId } from "#core/identifiers.ts";
import { freePage } from "#core/reflection/builtInModels.ts";

/** What somebody wrote on a free page at `at`, and nothing beside its words. */
const freeContent = (text: string, at: Instant): EntryContent => ({
  model: freePage.id,
  parts: [{ part: `${freePage.id}.${freePage.opening}`, label: "", text }],
  happened: { at, precision: "minute" },
  feeling: "neither",
  tags: [],
  setting: "",
  roles: [],
  forAppraisal: false,
});

/** A made-up entry that was written and kept at `at`. */
export const madeUpEntry = (
  id: string,
  text: string,
  at: Instant,
  over: Partial<Entry> = {},
): Entry => ({
  kind: "entry",
  id: id as EntryId,
  ...freeContent(text, at),
  origin: { type: "written" },
  createdAt: at,
  editedAt: at,
  deletedAt: null,
  ...over,
});

/** A made-up draft of a new entry, saved when it was begun. */
export const madeUpDraft = (
  id: string,
  text: string,
  at: Instant,
  over: Partial<Draft> = {},
): Draft => ({
  id: id as DraftId,
  ...freeContent(text, at),
  of: null,
  startedAt: at,
  savedAt: at,
  ...over,
});
