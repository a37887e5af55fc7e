import { type Instant, instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import type { Proposal, Quote } from "#core/proposal/Proposal.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import type { Excerpt } from "#core/space/SharedProposal.ts";

/** A sentence that stands behind an answer, and might be shown with it. `key` is for this page only. */
export interface ShareableQuote {
  readonly key: string;
  readonly under: Excerpt["under"];
  readonly quote: Quote;
}

/** The sentences behind a proposal, each once. */
export function shareableQuotes({ problem, idea }: Proposal): readonly ShareableQuote[] {
  const all = [
    ...problem.quotes.map((quote) => ({ under: "problem" as const, quote })),
    ...idea.quotes.map((quote) => ({ under: "idea" as const, quote })),
  ].map((each) => ({ ...each, key: `${each.quote.entry}.${each.quote.start}` }));
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at);
}

/** The middle of its month: when exactly something happened stays at home, in whatever time zone it is read. */
const withinMonth = (at: Instant): Instant => {
  const day = new Date(at);
  return instant(Date.UTC(day.getFullYear(), day.getMonth(), 15));
};

/** A copy to be shown with a shared proposal, as the person worded it; its day becomes its month. */
export const excerptOf = (
  { under, quote }: ShareableQuote,
  text: string,
  by: MemberId,
  random: Random,
): Excerpt => ({
  id: newId(random),
  under,
  text,
  happenedAt: quote.happenedAt === null ? null : withinMonth(quote.happenedAt),
  by,
});
