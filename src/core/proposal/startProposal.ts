import type { Instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import { knownMoment } from "#core/entry/knownMoment.ts";
import type { ProposalId, ThemeId } from "#core/identifiers.ts";
import { blankProposal } from "./blankProposal.ts";
import { carriesIdea } from "./carriesIdea.ts";
import { latestFirst } from "./latestFirst.ts";
import type { Proposal, Quote } from "./Proposal.ts";
import { tellingSentence } from "./tellingSentence.ts";

/** At most so many sentences start the problem: enough to show that it recurs, few enough to read. */
const atMost = 5;

/** What a proposal is started from. */
export interface ProposalStart {
  readonly id: ProposalId;
  readonly theme: ThemeId | null;
  /** The name that the person gave the theme; empty leaves the title for the person to write. */
  readonly title: string;
  readonly entries: readonly Entry[];
  /** How many reflections stand behind it; may be more than `entries`, which may be only the latest. */
  readonly linkedEntries: number;
  /** What the entries share, in the person's word forms, the most telling first. */
  readonly terms: readonly string[];
  readonly now: Instant;
}

/** The most telling sentence of one entry as a quote; null where nothing was written. */
function quoteFrom(entry: Entry, terms: readonly string[]): { quote: Quote; holds: number } | null {
  const found = tellingSentence(
    entryText(entry),
    terms,
    (sentence) => !carriesIdea(sentence, "neither"),
  );
  if (found === null) return null;
  const { text, start, end } = found.sentence;
  return {
    quote: { entry: entry.id, text, start, end, happenedAt: knownMoment(entry.happened) },
    holds: found.holds,
  };
}

/**
 * A draft whose problem is made of the person's own sentences and nothing else: one telling sentence
 * from each of up to five entries, those that got in the way before the rest, each on a line of its
 * own, newest first, undated ones last. Where everything went well, those sentences are used: a good thing may be worth
 * doing more often. Nothing is generated and no idea is filled in.
 */
export function startProposal(from: ProposalStart): Proposal {
  const gotInTheWay = from.entries.filter((entry) => entry.feeling !== "went-well");
  const chosen = gotInTheWay.length > 0 ? gotInTheWay : from.entries;
  const said = new Set<string>();
  const quotes = chosen
    .flatMap((entry) => quoteFrom(entry, from.terms) ?? [])
    .sort((a, b) => b.holds - a.holds || latestFirst(a.quote, b.quote))
    .filter(({ quote }) => {
      const key = quote.text.toLowerCase();
      return !said.has(key) && said.add(key);
    })
    .slice(0, atMost)
    .map(({ quote }) => quote)
    .sort((a, b) => latestFirst(a, b) || (a.entry < b.entry ? -1 : 1));
  return {
    ...blankProposal(from.id, from.now),
    title: from.title,
    theme: from.theme,
    problem: { text: quotes.map((quote) => quote.text).join("\n"), quotes },
    linkedEntries: from.linkedEntries,
  };
}
