import * as v from "valibot";
import { receivedSchemas, type Voice } from "#core/space/ReceivedRecord.ts";
import { type SharedRecord, writtenSharedSchemas } from "#core/space/SharedRecord.ts";
import { privateSchemas } from "./PrivateRecord.ts";

/**
 * Everything that is kept as a document of its own and merges: what is the person's own, and what
 * lives in the team spaces they belong to, which says so in its field `space`.
 */
export const journalRecordSchema = v.variant("kind", [
  ...privateSchemas,
  ...writtenSharedSchemas,
  ...receivedSchemas,
]);
export type JournalRecord = Readonly<v.InferOutput<typeof journalRecordSchema>>;
export type RecordKind = JournalRecord["kind"];
export type RecordId = JournalRecord["id"];

/** Whether a record lives in a team space and is written by its members. */
export const isShared = (record: JournalRecord): record is SharedRecord =>
  "space" in record && "by" in record;

/** Whether a record lives in a team space and is carried between its devices. */
export const isCarried = (record: JournalRecord): record is SharedRecord | Voice =>
  isShared(record) || record.kind === "voice";
