import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { isObject, type Json, type JsonObject } from "./Shape.ts";

/** The record with half characters (lone surrogates) in its texts replaced: they cannot be written as UTF-8. */
export const wellFormed = (record: JournalRecord): JsonObject =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, mended(value)]));

function mended(json: Json): Json {
  if (typeof json === "string") return json.toWellFormed();
  if (Array.isArray(json)) return json.map(mended);
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, mended(value)]));
}
