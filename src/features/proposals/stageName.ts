import type { Stage } from "#core/proposal/Proposal.ts";
import * as m from "#messages";

/** The stages in the order a change usually goes through them; it may move either way. */
export const stages: readonly Stage[] = [
  "creating",
  "developing",
  "adopted",
  "diffused",
  "resting",
];

/** A stage as people are shown it. */
export const stageName = (stage: Stage): string =>
  ({
    creating: m.proposals_stage_creating,
    developing: m.proposals_stage_developing,
    adopted: m.proposals_stage_adopted,
    diffused: m.proposals_stage_diffused,
    resting: m.proposals_stage_resting,
  })[stage]();

/** What a stage means, in a line. */
export const stageAbout = (stage: Stage): string =>
  ({
    creating: m.proposals_stage_creating_about,
    developing: m.proposals_stage_developing_about,
    adopted: m.proposals_stage_adopted_about,
    diffused: m.proposals_stage_diffused_about,
    resting: m.proposals_stage_resting_about,
  })[stage]();
