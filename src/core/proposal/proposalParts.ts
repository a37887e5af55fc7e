import type { Proposal } from "./Proposal.ts";

/** The parts of a proposal in the order they are asked: domain.md section 7, fields 2 to 9, 12 and 16. */
export const partKeys = [
  "problem",
  "cause",
  "idea",
  "people",
  "involvement",
  "worries",
  "resources",
  "time",
  "governance",
  "money",
] as const;
export type PartKey = (typeof partKeys)[number];

/** One free-text question: where it belongs, and how its answer is read and written. */
export interface ProposalField {
  readonly key: FieldKey;
  readonly part: PartKey;
  readonly read: (proposal: Proposal) => string;
  readonly write: (proposal: Proposal, text: string) => Proposal;
}

type Texts<Key extends keyof Proposal> = {
  [Field in keyof Proposal[Key]]: Proposal[Key][Field] extends string
    ? string extends Proposal[Key][Field]
      ? Field
      : never
    : never;
}[keyof Proposal[Key]] &
  string;
type PlainPart =
  | "cause"
  | "involvement"
  | "known"
  | "people"
  | "resources"
  | "time"
  | "money"
  | "worries"
  | "governance";

/** The free-text questions, by name: `<group of the record>_<field>`. */
export type FieldKey = {
  [Group in PlainPart]: `${Group}_${Texts<Group>}`;
}[PlainPart];

function field<Group extends PlainPart, Name extends Texts<Group>>(
  part: PartKey,
  group: Group,
  name: Name,
): ProposalField {
  return {
    key: `${group}_${name}` as FieldKey,
    part,
    read: (proposal) => String(proposal[group][name]),
    write: (proposal, text) => ({ ...proposal, [group]: { ...proposal[group], [name]: text } }),
  };
}

/** Every free-text question but the problem and the idea, which carry quotes, in the order asked. */
export const proposalFields: readonly ProposalField[] = [
  field("cause", "cause", "servedWorst"),
  field("cause", "cause", "gains"),
  field("cause", "cause", "couldLose"),
  field("idea", "known", "triedHere"),
  field("idea", "known", "evidence"),
  field("people", "people", "missingVoice"),
  field("people", "people", "sponsorAsk"),
  field("involvement", "involvement", "heard"),
  field("involvement", "involvement", "part"),
  field("involvement", "involvement", "thanks"),
  field("worries", "worries", "said"),
  field("worries", "worries", "teaches"),
  field("worries", "worries", "reply"),
  field("resources", "resources", "people"),
  field("resources", "resources", "time"),
  field("resources", "resources", "space"),
  field("resources", "resources", "kit"),
  field("resources", "resources", "goodwill"),
  field("resources", "resources", "gaps"),
  field("time", "time", "hours"),
  field("time", "time", "whose"),
  field("time", "time", "agreedBy"),
  field("time", "time", "until"),
  field("governance", "governance", "registration"),
  field("governance", "governance", "checks"),
  field("money", "money", "amount"),
  field("money", "money", "contributors"),
  field("money", "money", "horizon"),
  field("money", "money", "mayChange"),
  field("money", "money", "report"),
];

/** Whether anything has been said in a part of the proposal. */
export function isPartBegun(proposal: Proposal, part: PartKey): boolean {
  const begun = proposalFields.some(
    (each) => each.part === part && each.read(proposal).trim() !== "",
  );
  switch (part) {
    case "problem":
      return proposal.problem.text.trim() !== "";
    case "idea":
      return begun || proposal.idea.text.trim() !== "" || proposal.known.scope !== "unsaid";
    case "people":
      return begun || proposal.people.supporters.length > 0;
    case "worries":
      return begun || proposal.worries.sources.length > 0;
    case "money":
      return begun || proposal.money.type !== "unsaid";
    case "governance":
      return begun || proposal.governance.projectType !== "unsaid";
    default:
      return begun;
  }
}
