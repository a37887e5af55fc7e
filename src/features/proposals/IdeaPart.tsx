import type { Quote } from "#core/proposal/Proposal.ts";
import { standingQuotes } from "#core/proposal/standingQuotes.ts";
import { withQuote } from "#core/proposal/withQuote.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import { SelectField } from "#ui/SelectField.tsx";
import type { Editing } from "./Editing.ts";
import { IdeaOffers } from "./IdeaOffers.tsx";
import { PartFields } from "./PartFields.tsx";
import { PartFold } from "./PartFold.tsx";
import { QuotedField } from "./QuotedField.tsx";
import { Sources } from "./Sources.tsx";
import { unsaidOr } from "./unsaidOr.ts";

/** "What small thing could you try next week?", with sentences on offer that may carry an idea. */
export function IdeaPart({
  offers,
  now,
  ...editing
}: Editing & { readonly offers: readonly Quote[]; readonly now: number }) {
  const { proposal, change } = editing;
  const { idea, known, changeKind } = proposal;
  const words = proposalWords();
  const standing = standingQuotes(idea);
  const used = (quote: Quote) =>
    idea.text.trim() !== "" &&
    idea.quotes.some((each) => each.entry === quote.entry && each.start === quote.start);
  return (
    <div>
      <QuotedField
        label={m.proposals_part_idea()}
        description={m.proposals_part_idea_help()}
        value={idea.text}
        marks={standing.map((each) => each.range)}
        onChange={(text) => change((at) => ({ ...at, idea: { ...at.idea, text } }))}
      >
        <Sources quotes={idea.quotes} standing={new Set(standing.map((each) => each.quote))} />
        <IdeaOffers
          offers={offers.filter((quote) => !used(quote))}
          now={now}
          onUse={(quote) => change((at) => ({ ...at, idea: withQuote(at.idea, quote) }))}
        />
      </QuotedField>
      <PartFold
        level="more"
        title={m.proposals_part_idea_more()}
        isBegun={
          known.triedHere.trim() !== "" ||
          known.evidence.trim() !== "" ||
          known.scope !== "unsaid" ||
          changeKind !== "unsaid"
        }
      >
        <PartFields editing={editing} part="idea" />
        <SelectField
          label={words.labels.kind}
          items={unsaidOr(words.kinds)}
          value={changeKind}
          onChange={(kind) => change((at) => ({ ...at, changeKind: kind }))}
        />
        <SelectField
          label={words.labels.scope}
          items={unsaidOr(words.scopes)}
          value={known.scope}
          onChange={(scope) => change((at) => ({ ...at, known: { ...at.known, scope } }))}
        />
      </PartFold>
    </div>
  );
}
