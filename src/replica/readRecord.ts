import * as v from "valibot";
import { ok, type Result } from "#base/Result.ts";
import { type JournalRecord, journalRecordSchema } from "#core/record/JournalRecord.ts";
import { malformed } from "./attempt.ts";
import type { RecordDocument } from "./RecordDocument.ts";
import type { Malformed, Proofs } from "./Replica.ts";
import { readFields } from "./readFields.ts";
import { recordShapes } from "./recordShapes.ts";

/** The record that a document says, by the schema of its kind. */
export function readRecord(document: RecordDocument): Result<JournalRecord, Malformed> {
  const kind = v.safeParse(v.picklist(Object.keys(recordShapes)), document.values.get("kind"));
  const fields = Object.entries(recordShapes).find(([name]) => name === kind.output)?.[1];
  if (fields === undefined) return malformed;
  const parsed = v.safeParse(journalRecordSchema, readFields(document, "", fields));
  return parsed.success ? ok(parsed.output) : malformed;
}

/** The proofs that stand beside a record; what is no proof there is left out. */
export const proofsIn = ({ proofs }: RecordDocument): Proofs =>
  new Map(
    [...proofs.entries()].filter(
      (entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array,
    ),
  );
