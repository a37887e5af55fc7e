import type { Instant } from "#base/Clock.ts";
import { measuredParts } from "./measuredParts.ts";
import type { OutlineBlock, OutlinePart } from "./OutlinePart.ts";
import type { Proposal, Quote } from "./Proposal.ts";
import type { ProposalWords } from "./ProposalWords.ts";
import { type PartKey, partKeys, proposalFields } from "./proposalParts.ts";

/** A proposal as an outsider reads it: blanks left out, in the order asked. */
export interface ProposalOutline {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly parts: readonly OutlinePart[];
}

/** A source's date as an outsider may see it, such as "November 2026": never the exact day of care. */
const monthOf = (at: Instant, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(at);

const linkedNote = (count: number, { linked, locale }: ProposalWords): string =>
  (linked[new Intl.PluralRules(locale).select(count)] ?? linked.other).replace(
    "{count}",
    new Intl.NumberFormat(locale).format(count),
  );

const words = (label: string | null, text: string): OutlineBlock[] =>
  text.trim() === "" ? [] : [{ type: "words", label, text: text.trim() }];

/** The choices of a part, which are not free text. */
function choices(proposal: Proposal, part: PartKey, w: ProposalWords): OutlineBlock[] {
  const { known, people, worries, money, governance } = proposal;
  const choice = (label: string, text: string): OutlineBlock[] => [{ type: "choice", label, text }];
  switch (part) {
    case "idea":
      return known.scope === "unsaid" ? [] : choice(w.labels.scope, w.scopes[known.scope]);
    case "people": {
      const items = people.supporters
        .filter((each) => each.who.trim() !== "" || each.brings.trim() !== "")
        .map((each) => ({
          who: each.who.trim(),
          role: w.supporterParts[each.part],
          brings: each.brings.trim(),
        }));
      return items.length === 0 ? [] : [{ type: "people", label: w.labels.supporters, items }];
    }
    case "worries":
      return worries.sources.length === 0
        ? []
        : choice(
            w.labels.worrySources,
            worries.sources.map((source) => w.worrySources[source]).join(", "),
          );
    case "money":
      return money.type === "unsaid" ? [] : choice(w.labels.moneyType, w.moneyTypes[money.type]);
    case "governance":
      return governance.projectType === "unsaid"
        ? []
        : choice(w.labels.projectType, w.projectTypes[governance.projectType]);
    default:
      return [];
  }
}

function blocksOf(proposal: Proposal, part: PartKey, w: ProposalWords): OutlineBlock[] {
  const first =
    part === "problem"
      ? words(null, proposal.problem.text)
      : part === "idea"
        ? words(null, proposal.idea.text)
        : [];
  const linked: OutlineBlock[] =
    part === "problem" && proposal.linkedEntries > 0 && first.length > 0
      ? [{ type: "note", text: linkedNote(proposal.linkedEntries, w) }]
      : [];
  const answers = proposalFields
    .filter((field) => field.part === part)
    .flatMap((field) => words(w.fields[field.key], field.read(proposal)));
  const chosen = choices(proposal, part, w);
  return part === "people" || part === "money" || part === "governance"
    ? [...first, ...chosen, ...linked, ...answers]
    : [...first, ...linked, ...answers, ...chosen];
}

function sourcesOf(proposal: Proposal, w: ProposalWords): OutlinePart[] {
  const seen = new Set<string>();
  const quotes: readonly Quote[] = [...proposal.problem.quotes, ...proposal.idea.quotes];
  const items = quotes
    .filter((quote) => {
      const key = `${quote.entry} ${quote.start}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ text, happenedAt }) => ({
      text,
      when: happenedAt === null ? null : monthOf(happenedAt, w.locale),
    }));
  return items.length === 0
    ? []
    : [{ key: "sources", heading: w.labels.sources, blocks: [{ type: "sources", items }] }];
}

/**
 * Sets a proposal out for a reader who has never seen the app. What is blank is left out; the
 * sentences it was started from are added only when the person asks for `sources`.
 */
export function proposalOutline(
  proposal: Proposal,
  options: { readonly sources: boolean; readonly words: ProposalWords },
): ProposalOutline {
  const { words: w } = options;
  const asked: readonly OutlinePart[] = partKeys
    .map((key) => ({ key, heading: w.parts[key], blocks: blocksOf(proposal, key, w) }))
    .filter((part) => part.blocks.length > 0);
  const parts = [...asked, ...measuredParts(proposal.measuring, w)];
  return {
    title: proposal.title.trim() === "" ? w.untitled : proposal.title.trim(),
    facts: [
      { label: w.labels.stage, text: w.stages[proposal.stage] },
      ...(proposal.changeKind === "unsaid"
        ? []
        : [{ label: w.labels.kind, text: w.kinds[proposal.changeKind] }]),
    ],
    parts: options.sources ? [...parts, ...sourcesOf(proposal, w)] : parts,
  };
}
