import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import { type JournalRecord, journalRecordSchema } from "#core/record/JournalRecord.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** A record as the plain bytes of its view: UTF-8 JSON. */
export const recordBytes = (record: JournalRecord): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify(record));

/** Any JSON from UTF-8 bytes, or undefined where they are none. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The record that a view's plain bytes hold. */
export function readRecord(bytes: Uint8Array): Result<JournalRecord, null> {
  const parsed = v.safeParse(journalRecordSchema, readJson(bytes));
  return parsed.success ? ok(parsed.output) : err(null);
}
