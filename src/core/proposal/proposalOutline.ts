import type { Instant } from "#base/Clock.ts";
import type { Proposal, ProposalKind, Quote, Stage, Supporter } from "./Proposal.ts";
import { type FieldKey, type PartKey, partKeys, proposalFields } from "./proposalParts.ts";

/**
 * The words around a person's answers, in their language, for showing or exporting a proposal: plain
 * data, so that they can be handed to a worker.
 */
export interface ProposalWords {
  readonly untitled: string;
  readonly parts: Readonly<Record<PartKey, string>>;
  readonly fields: Readonly<Record<FieldKey, string>>;
  readonly labels: {
    readonly stage: string;
    readonly kind: string;
    readonly scope: string;
    readonly supporters: string;
    readonly worrySources: string;
    readonly moneyType: string;
    readonly projectType: string;
    readonly sources: string;
  };
  readonly stages: Readonly<Record<Stage, string>>;
  readonly kinds: Readonly<Record<Exclude<ProposalKind, "unsaid">, string>>;
  readonly scopes: Readonly<Record<Exclude<Proposal["known"]["scope"], "unsaid">, string>>;
  readonly supporterParts: Readonly<Record<Supporter["part"], string>>;
  readonly worrySources: Readonly<Record<Proposal["worries"]["sources"][number], string>>;
  readonly moneyTypes: Readonly<Record<Exclude<Proposal["money"]["type"], "unsaid">, string>>;
  readonly projectTypes: Readonly<
    Record<Exclude<Proposal["governance"]["projectType"], "unsaid">, string>
  >;
  /** Such as "Noticed in {count} reflections.", by plural category of the language. */
  readonly linked: { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };
  /** BCP 47 tag for months and plurals. */
  readonly locale: string;
}

/** One answer under a part: `label` is ours, `text` and `items` are the person's. */
export type OutlineBlock =
  | { readonly type: "words"; readonly label: string | null; readonly text: string }
  | { readonly type: "choice"; readonly label: string; readonly text: string }
  | {
      readonly type: "people";
      readonly label: string;
      readonly items: readonly {
        readonly who: string;
        readonly role: string;
        readonly brings: string;
      }[];
    }
  | { readonly type: "note"; readonly text: string }
  | {
      readonly type: "sources";
      /** `when` is null where nobody said when it happened. */
      readonly items: readonly { readonly text: string; readonly when: string | null }[];
    };

export interface OutlinePart {
  readonly key: PartKey | "sources";
  readonly heading: string;
  readonly blocks: readonly OutlineBlock[];
}

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
  const parts = partKeys
    .map((key) => ({ key, heading: w.parts[key], blocks: blocksOf(proposal, key, w) }))
    .filter((part) => part.blocks.length > 0);
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
