import type { Instant } from "#base/Clock.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { MemberId, SharedId, SpaceId } from "./identifiers.ts";
import type { Excerpt, SharedProposal } from "./SharedProposal.ts";

/** What a person decided in the preview of "Share with care". */
export interface Sharing {
  /** A fresh random id. */
  readonly id: SharedId;
  readonly space: SpaceId;
  readonly by: MemberId;
  readonly now: Instant;
  /** The excerpts that were ticked, each already a copy. */
  readonly excerpts: readonly Excerpt[];
}

/**
 * The copy of a private proposal that goes into a team space: exactly what the preview shows. The
 * theme, how many reflections stand behind it and where quotes stood in the journal stay at home.
 */
export function shareProposal(proposal: Proposal, sharing: Sharing): SharedProposal {
  const { id, space, by, now, excerpts } = sharing;
  const { title, changeKind, stage, cause, involvement, known, people } = proposal;
  const { resources, time, money, worries, governance } = proposal;
  return {
    kind: "shared-proposal",
    id,
    space,
    by,
    source: proposal.id,
    title,
    changeKind,
    stage,
    problem: proposal.problem.text,
    cause,
    involvement,
    idea: proposal.idea.text,
    known,
    people,
    resources,
    time,
    money,
    worries,
    governance,
    excerpts,
    authors: [by],
    voices: [],
    hidden: [],
    rewritings: [],
    withdrawnAt: null,
    createdAt: now,
    editedAt: now,
    editedBy: by,
    deletedAt: null,
  };
}

const noTexts = <T extends Record<string, unknown>>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? "" : value]),
  ) as T;

/**
 * A shared proposal withdrawn by who shared it: the place stays, so that comments keep their sense,
 * and every word of it is gone from what the team reads from then on.
 */
export const withdrawProposal = (
  shared: SharedProposal,
  by: MemberId,
  now: Instant,
): SharedProposal => ({
  ...shared,
  title: "",
  problem: "",
  idea: "",
  cause: noTexts(shared.cause),
  involvement: noTexts(shared.involvement),
  known: { ...shared.known, triedHere: "", evidence: "" },
  people: { supporters: [], missingVoice: "", sponsorAsk: "" },
  resources: noTexts(shared.resources),
  time: noTexts(shared.time),
  money: { ...noTexts(shared.money), type: "unsaid" },
  worries: { said: "", sources: [], teaches: "", reply: "" },
  governance: { ...shared.governance, registration: "", checks: "" },
  excerpts: shared.excerpts.map((excerpt) => ({ ...excerpt, text: "" })),
  rewritings: [],
  withdrawnAt: now,
  editedAt: now,
  editedBy: by,
});
