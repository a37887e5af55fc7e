import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";

/** The longest title that can be typed, in letters; a longer one that is there already stays. */
export const longestTitle = 150;

/** A proposal's title, or what stands in for it. */
export const shownTitle = (proposal: Pick<Proposal, "title">): string =>
  proposal.title.trim() === "" ? m.proposals_untitled() : proposal.title.trim();

/** Letters as they are read: several code points can be one. */
const letters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** The same for a heading or a list, where a very long one is cut: the page that it leads to has all of it. */
export function shortTitle(proposal: Pick<Proposal, "title">): string {
  const whole = shownTitle(proposal);
  if (whole.length <= longestTitle) return whole;
  const end = letters.segment(whole.slice(0, longestTitle + 2)).containing(longestTitle)?.index;
  // One letter may have any number of marks: such a one is cut, though never within a pair of units.
  const begun = whole.slice(0, end !== undefined && end > longestTitle - 20 ? end : longestTitle);
  // At a word where one ends nearby.
  return `${begun.replace(/\s+\S{0,20}$|[\uD800-\uDBFF]$/, "")}…`;
}
