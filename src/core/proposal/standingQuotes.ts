import type { TextRange } from "#core/journal/Reader.ts";
import type { Answer, Quote } from "./Proposal.ts";

/** A quote whose words still stand in an answer, and where in the answer they stand. */
export interface StandingQuote {
  readonly quote: Quote;
  readonly range: TextRange;
}

/**
 * Where the quoted words still stand, unchanged, in an answer that the person may have rewritten since.
 * Each quote marks one place, none overlap, and they come in the order of the text.
 */
export function standingQuotes(answer: Answer): readonly StandingQuote[] {
  const standing: StandingQuote[] = [];
  for (const quote of answer.quotes) {
    if (quote.text === "") continue;
    let start = answer.text.indexOf(quote.text);
    while (start !== -1) {
      const range = { start, end: start + quote.text.length };
      if (
        !standing.some((other) => other.range.start < range.end && range.start < other.range.end)
      ) {
        standing.push({ quote, range });
        break;
      }
      start = answer.text.indexOf(quote.text, start + 1);
    }
  }
  return standing.sort((a, b) => a.range.start - b.range.start);
}
