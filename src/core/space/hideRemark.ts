import type { SharedId } from "./identifiers.ts";
import type { SharedProposal } from "./SharedProposal.ts";
import type { Saying } from "./sayInSpace.ts";

/**
 * Says that a remark on a proposal is better not shown, or is shown again. A courtesy and no lock
 * ([A7] of src/sync/SPEC.md): its words are still with every member.
 */
export function hideRemark(
  proposal: SharedProposal,
  remark: SharedId,
  isHidden: boolean,
  { by }: Pick<Saying, "by">,
): SharedProposal {
  const others = proposal.hidden.filter((id) => id !== remark);
  return { ...proposal, hidden: isHidden ? [...others, remark] : others, editedBy: by };
}
