import { useMemo } from "react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import { proposalTexts, withProposalTexts } from "#core/proposal/proposalTexts.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { readAsProposal, writeAsProposal } from "#core/space/sharedAsProposal.ts";
import * as m from "#messages";
import { type IdentityReview, useIdentityReview } from "../identityCheck/useIdentityReview.ts";
import { momentText } from "../momentText.ts";
import { proposalWords } from "../proposalWords.ts";
import type { Workspace } from "../Workspace.ts";

/**
 * A proposal of a team on its way to readers who have not seen it: what in it may identify someone, and
 * its wording as decided so far, which is what they will read. `known`: names that all of them know.
 */
export function useSharedReview(
  { identity }: Pick<Workspace, "identity">,
  shared: SharedProposal,
  known: readonly string[],
): { readonly review: IdentityReview; readonly copy: SharedProposal } {
  const labels = useMemo(() => ({ title: m.proposals_field_title(), words: proposalWords() }), []);
  const texts = useMemo<readonly CheckedText[]>(
    () => [
      ...proposalTexts(readAsProposal(shared), labels),
      ...shared.excerpts.map(({ id, text, happenedAt }) => ({
        id,
        label: momentText.monthIfKnown(happenedAt),
        text,
      })),
    ],
    [shared, labels],
  );
  const review = useIdentityReview(identity, texts, known);
  const copy = useMemo(() => {
    const worded = withProposalTexts(readAsProposal(shared), labels, review.texts);
    const wordingOf = (id: string) => review.texts.find((text) => text.id === id)?.text;
    return {
      ...writeAsProposal(shared, worded),
      excerpts: shared.excerpts.map((one) => ({ ...one, text: wordingOf(one.id) ?? one.text })),
    };
  }, [shared, labels, review.texts]);
  return { review, copy };
}
