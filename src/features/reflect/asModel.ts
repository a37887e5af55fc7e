import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";

/** The record where it is a model of the person's own, else null. */
export const asModel = (record: JournalRecord): OwnModel | null =>
  record.kind === "model" ? record : null;
