import type { Proposal } from "#core/proposal/Proposal.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";

/** The record where it is a proposal, else null. */
export const asProposal = (record: JournalRecord): Proposal | null =>
  record.kind === "proposal" ? record : null;
