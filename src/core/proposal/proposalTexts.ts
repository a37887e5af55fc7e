import type { CheckedText } from "#core/identity/CheckedText.ts";
import { textsOf, withTexts } from "#core/identity/wordTexts.ts";
import type { Proposal } from "./Proposal.ts";
import type { ProposalWords } from "./ProposalWords.ts";
import { type PartKey, proposalFields } from "./proposalParts.ts";

type Word = (text: CheckedText) => string;

/** Goes through every text that a person wrote in a proposal and puts what `word` answers in its place. */
function wordProposal(proposal: Proposal, labels: Labels | null, word: Word): Proposal {
  const part = (key: PartKey) => labels?.words.parts[key] ?? "";
  const supporters = labels?.words.labels.supporters ?? "";
  const { problem, idea, people } = proposal;
  const worded: Proposal = {
    ...proposal,
    title: word({ id: "title", label: labels?.title ?? "", text: proposal.title }),
    problem: {
      ...problem,
      text: word({ id: "problem", label: part("problem"), text: problem.text }),
    },
    idea: { ...idea, text: word({ id: "idea", label: part("idea"), text: idea.text }) },
    people: {
      ...people,
      supporters: people.supporters.map((each) => ({
        ...each,
        who: word({ id: `${each.id}.who`, label: supporters, text: each.who }),
        brings: word({
          id: `${each.id}.brings`,
          label: supporters,
          text: each.brings,
        }),
      })),
    },
  };
  return proposalFields.reduce(
    (now, field) =>
      field.write(
        now,
        word({
          id: field.key,
          label: labels?.words.fields[field.key] ?? "",
          text: field.read(now),
        }),
      ),
    worded,
  );
}

interface Labels {
  readonly title: string;
  readonly words: ProposalWords;
}

/**
 * A person's own texts in a proposal, each under its question, blanks left out; quotes behind them are
 * not among them. `labels` null: nobody reads what they are called.
 */
export const proposalTexts = (proposal: Proposal, labels: Labels | null): readonly CheckedText[] =>
  textsOf((word) => wordProposal(proposal, labels, word));

/**
 * The proposal with those of its texts reworded that still say what they said `from` which they were
 * reworded: what somebody wrote meanwhile stands.
 */
export function rewordProposal(
  proposal: Proposal,
  labels: Labels,
  from: readonly CheckedText[],
  to: readonly CheckedText[],
): Proposal {
  const textOf = (texts: readonly CheckedText[], id: string) =>
    texts.find((each) => each.id === id)?.text;
  const texts = proposalTexts(proposal, labels).map((each) =>
    textOf(from, each.id) === each.text
      ? { ...each, text: textOf(to, each.id) ?? each.text }
      : each,
  );
  return withProposalTexts(proposal, labels, texts);
}

/** The proposal with the texts given in place of its own; what is not among them stays as it is. */
export const withProposalTexts = (
  proposal: Proposal,
  labels: Labels,
  texts: readonly CheckedText[],
): Proposal => withTexts((word) => wordProposal(proposal, labels, word), texts);
