import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";

/** The longest title that can be typed, in letters; a longer one that is there already stays. */
export const longestTitle = 150;

/** A proposal's title, or what stands in for it. */
export const shownTitle = (proposal: Pick<Proposal, "title">): string =>
  proposal.title.trim() === "" ? m.proposals_untitled() : proposal.title.trim();

/** The same for a heading or a list, where a very long one is cut: the page that it leads to has all of it. */
export function shortTitle(proposal: Pick<Proposal, "title">): string {
  const whole = shownTitle(proposal);
  if (whole.length <= longestTitle) return whole;
  // At a word where one ends nearby, and never within a letter of two units.
  return `${whole.slice(0, longestTitle).replace(/\s+\S{0,20}$|[\uD800-\uDBFF]$/, "")}…`;
}
