import type { Instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { nothingMeasured } from "#core/measure/Measuring.ts";
import type { Proposal } from "./Proposal.ts";

/** A draft with nothing in it yet, begun at `now`. */
export const blankProposal = (id: ProposalId, now: Instant): Proposal => ({
  kind: "proposal",
  id,
  title: "",
  changeKind: "unsaid",
  stage: "creating",
  theme: null,
  problem: { text: "", quotes: [] },
  linkedEntries: 0,
  cause: { servedWorst: "", gains: "", couldLose: "" },
  involvement: { heard: "", part: "", thanks: "" },
  idea: { text: "", quotes: [] },
  known: { triedHere: "", evidence: "", scope: "unsaid" },
  people: { supporters: [], missingVoice: "", sponsorAsk: "" },
  resources: { people: "", time: "", space: "", kit: "", goodwill: "", gaps: "" },
  time: { hours: "", whose: "", agreedBy: "", until: "" },
  money: { type: "unsaid", amount: "", contributors: "", horizon: "", mayChange: "", report: "" },
  worries: { said: "", sources: [], teaches: "", reply: "" },
  governance: { projectType: "unsaid", registration: "", checks: "" },
  measuring: nothingMeasured,
  createdAt: now,
  editedAt: now,
  deletedAt: null,
});
