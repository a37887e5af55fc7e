import type { Answer, Quote } from "./Proposal.ts";

/** An answer with a sentence of the person's own added on a line of its own, and its source kept. */
export const withQuote = (answer: Answer, quote: Quote): Answer => ({
  text: answer.text.trim() === "" ? quote.text : `${answer.text.trimEnd()}\n${quote.text}`,
  quotes: [
    ...answer.quotes.filter(({ entry, start }) => entry !== quote.entry || start !== quote.start),
    quote,
  ],
});
