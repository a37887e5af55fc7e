import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import { type JournalRecord, journalRecordSchema } from "#core/record/JournalRecord.ts";
import { readJson } from "./readJson.ts";

const encoder = new TextEncoder();

/** A record as the plain bytes of its view: UTF-8 JSON. */
export const recordBytes = (record: JournalRecord): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify(record));

/** The record that a view's plain bytes hold. */
export function readRecord(bytes: Uint8Array): Result<JournalRecord, null> {
  const parsed = v.safeParse(journalRecordSchema, readJson(bytes));
  return parsed.success ? ok(parsed.output) : err(null);
}
