import type { ProposalId } from "#core/identifiers.ts";
import { nothingMeasured } from "#core/measure/Measuring.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { SharedProposal } from "./SharedProposal.ts";

/** A shared proposal as the questions of a proposal see it: nothing of a journal stands behind it. */
export const readAsProposal = (shared: SharedProposal): Proposal => ({
  kind: "proposal",
  id: shared.id as string as ProposalId,
  title: shared.title,
  changeKind: shared.changeKind,
  stage: shared.stage,
  theme: null,
  problem: { text: shared.problem, quotes: [] },
  linkedEntries: 0,
  cause: shared.cause,
  involvement: shared.involvement,
  idea: { text: shared.idea, quotes: [] },
  known: shared.known,
  people: shared.people,
  resources: shared.resources,
  time: shared.time,
  money: shared.money,
  worries: shared.worries,
  governance: shared.governance,
  measuring: nothingMeasured,
  createdAt: shared.createdAt,
  editedAt: shared.editedAt,
  deletedAt: shared.deletedAt,
});

/** The shared proposal with the answers that were given to its questions. */
export const writeAsProposal = (shared: SharedProposal, written: Proposal): SharedProposal => ({
  ...shared,
  title: written.title,
  changeKind: written.changeKind,
  stage: written.stage,
  problem: written.problem.text,
  cause: written.cause,
  involvement: written.involvement,
  idea: written.idea.text,
  known: written.known,
  people: written.people,
  resources: written.resources,
  time: written.time,
  money: written.money,
  worries: written.worries,
  governance: written.governance,
});

/** A private proposal as its copy in a team will read: what does not go along (`shareProposal`) is blank. */
export const readOnceShared = (proposal: Proposal): Proposal => ({
  ...proposal,
  theme: null,
  linkedEntries: 0,
  problem: { ...proposal.problem, quotes: [] },
  idea: { ...proposal.idea, quotes: [] },
  measuring: nothingMeasured,
});
