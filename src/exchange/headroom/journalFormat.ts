import * as v from "valibot";
import { journalRecordSchema } from "#core/record/JournalRecord.ts";

/** What a Headroom file says it is, at its very start. */
export const journalFormat = "headroom-journal";
/** The version written, and the newest one read. docs/formats.md says what each holds. */
export const journalVersion = 1;

/** The first line of a Headroom file without its open list. */
export const journalHeadSchema = v.object({
  format: v.literal(journalFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.string(),
});

/** One line: a record and its earlier states, newest first. */
export const journalItemSchema = v.object({
  record: journalRecordSchema,
  history: v.array(v.object({ number: v.number(), record: journalRecordSchema })),
});
export type JournalItem = v.InferOutput<typeof journalItemSchema>;

/** The last line: how many records stand above it, so that a file that breaks off is noticed. */
export const journalFootSchema = v.object({ count: v.number() });
