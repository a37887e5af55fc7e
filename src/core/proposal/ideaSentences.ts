import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import { knownMoment } from "#core/entry/knownMoment.ts";
import { carriesIdea } from "./carriesIdea.ts";
import { latestFirst } from "./latestFirst.ts";
import type { Quote } from "./Proposal.ts";
import { sentencesOf } from "./sentencesOf.ts";
import { termsIn } from "./tellingSentence.ts";

/** Longer than this reads as a story, not as something to try. UTF-16 units. */
const longest = 400;

/**
 * Sentences that may carry an idea or something that helped, to be offered and never inserted by the
 * app. Those from entries that went well come first, then those that speak of more of the terms, then
 * the newest; at most two an entry, and the same sentence once.
 */
export function ideaSentences(
  entries: readonly Entry[],
  terms: readonly string[],
): readonly Quote[] {
  const said = new Set<string>();
  return entries
    .flatMap((entry) =>
      sentencesOf(entryText(entry))
        .filter(({ text }) => text.length <= longest && carriesIdea(text, entry.feeling))
        .map(({ text, start, end }) => ({
          quote: { entry: entry.id, text, start, end, happenedAt: knownMoment(entry.happened) },
          wentWell: entry.feeling === "went-well" ? 1 : 0,
          holds: termsIn(text, terms),
        }))
        .sort((a, b) => b.holds - a.holds)
        .slice(0, 2),
    )
    .sort(
      (a, b) =>
        b.wentWell - a.wentWell ||
        b.holds - a.holds ||
        latestFirst(a.quote, b.quote) ||
        a.quote.start - b.quote.start,
    )
    .map(({ quote }) => quote)
    .filter(({ text }) => {
      const key = text.toLowerCase();
      return !said.has(key) && said.add(key);
    });
}
