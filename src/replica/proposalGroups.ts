import type { Proposal, Supporter } from "#core/proposal/Proposal.ts";
import { group, set, text, value } from "./plainShapes.ts";
import type { Shape } from "./Shape.ts";

const supporter = { id: value, who: text, part: value, brings: text } satisfies Record<
  keyof Supporter,
  Shape
>;

/** The fields of a proposal that a private and a shared one have alike. */
export const proposalGroups = {
  cause: group<keyof Proposal["cause"]>({ servedWorst: text, gains: text, couldLose: text }),
  involvement: group<keyof Proposal["involvement"]>({ heard: text, part: text, thanks: text }),
  known: group<keyof Proposal["known"]>({ triedHere: text, evidence: text, scope: value }),
  people: group<keyof Proposal["people"]>({
    supporters: { type: "items", keyBy: "id", fields: supporter },
    missingVoice: text,
    sponsorAsk: text,
  }),
  resources: group<keyof Proposal["resources"]>({
    people: text,
    time: text,
    space: text,
    kit: text,
    goodwill: text,
    gaps: text,
  }),
  time: group<keyof Proposal["time"]>({ hours: text, whose: text, agreedBy: text, until: text }),
  money: group<keyof Proposal["money"]>({
    type: value,
    amount: text,
    contributors: text,
    horizon: text,
    mayChange: text,
    report: text,
  }),
  worries: group<keyof Proposal["worries"]>({
    said: text,
    sources: set,
    teaches: text,
    reply: text,
  }),
  governance: group<keyof Proposal["governance"]>({
    projectType: value,
    registration: text,
    checks: text,
  }),
} satisfies Partial<Record<keyof Proposal, Shape>>;
