import { isShared, type JournalRecord } from "#core/record/JournalRecord.ts";

/** Whether its writer took back what a record of a team said: withdrawn, or deleted with its words. */
export const isTakenBack = (record: JournalRecord): boolean =>
  isShared(record) &&
  (record.deletedAt !== null || (record.kind === "shared-proposal" && record.withdrawnAt !== null));
