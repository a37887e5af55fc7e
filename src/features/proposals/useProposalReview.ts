import { useMemo } from "react";
import { outlineTexts, withOutlineTexts } from "#core/proposal/outlineTexts.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { type ProposalOutline, proposalOutline } from "#core/proposal/proposalOutline.ts";
import * as m from "#messages";
import {
  type IdentityReview,
  useIdentityReview,
} from "#notebook/identityCheck/useIdentityReview.ts";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** A proposal on its way out: what may identify someone in it, and the copy that leaves, as decided so far. */
export function useProposalReview(
  workspace: Workspace,
  proposal: Proposal,
  sources: boolean,
  known: readonly string[] = [],
): { readonly review: IdentityReview; readonly leaving: ProposalOutline } {
  const outline = useMemo(
    () => proposalOutline(proposal, { sources, words: proposalWords() }),
    [proposal, sources],
  );
  const texts = useMemo(() => outlineTexts(outline, m.proposals_field_title()), [outline]);
  const review = useIdentityReview(workspace.identity, texts, known);
  const leaving = useMemo(() => withOutlineTexts(outline, review.texts), [outline, review.texts]);
  return { review, leaving };
}
