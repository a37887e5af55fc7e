import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";

/** The record where it is a shared proposal, else null. */
export const asShared = (record: JournalRecord): SharedProposal | null =>
  record.kind === "shared-proposal" ? record : null;
