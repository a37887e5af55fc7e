import * as v from "valibot";
import { coverSchema } from "#core/journal/Cover.ts";
import { privateRecordSchema } from "#core/record/PrivateRecord.ts";

/** What a Headroom file says it is, at its very start. */
export const journalFormat = "headroom-journal";
/** The version written, and the newest one read. docs/formats.md says what each holds. */
export const journalVersion = 1;

/** The first line of a Headroom file without its open list. */
export const journalHeadSchema = v.object({
  format: v.literal(journalFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.string(),
  /** In backups: the journal's cover, if it is one that this version knows. */
  cover: v.fallback(v.nullish(coverSchema, null), null),
});

export type JournalHead = v.InferOutput<typeof journalHeadSchema>;

/**
 * One line: a record of the person's own (what lives in a team space neither leaves nor enters this
 * way) and its earlier states, newest first; in backups also its document, base64.
 */
export const journalItemSchema = v.object({
  record: privateRecordSchema,
  history: v.array(v.object({ number: v.number(), record: privateRecordSchema })),
  document: v.optional(v.string()),
});
export type JournalItem = v.InferOutput<typeof journalItemSchema>;

/** The last line: how many records stand above it, so that a file that breaks off is noticed; in backups also the drafts. */
export const journalFootSchema = v.object({
  count: v.number(),
  drafts: v.optional(v.array(v.unknown()), []),
});
