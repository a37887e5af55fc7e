import type { Proposal, ProposalKind, Stage, Supporter } from "./Proposal.ts";
import type { FieldKey, PartKey } from "./proposalParts.ts";

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
    readonly measured: string;
    readonly unnamedMeasure: string;
    readonly day: string;
    readonly value: string;
    readonly changes: string;
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
