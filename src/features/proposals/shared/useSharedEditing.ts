import { useMemo } from "react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalTexts, withProposalTexts } from "#core/proposal/proposalTexts.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import { noteRewritings, settle } from "#core/space/rewriting.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { putInPlace } from "#core/space/sentencesWithin.ts";
import { readAsProposal, writeAsProposal } from "#core/space/sharedAsProposal.ts";
import type { WrittenApart } from "#core/space/writtenApart.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { RecordSession } from "#notebook/recordSession.ts";
import { useRecordState } from "#notebook/useRecordEditor.ts";

/**
 * A shared proposal while somebody, `me`, writes in it: what it says now, and the ways to change it,
 * each of which names who did and notes whose wording theirs replaced.
 */
export function useSharedEditing(session: RecordSession<SharedProposal>, me: MemberId) {
  const { record: shared, safety } = useRecordState(session);
  const labels = useMemo(() => ({ title: m.proposals_field_title(), words: proposalWords() }), []);
  const proposal = readAsProposal(shared);
  const changeShared = (next: (shared: SharedProposal) => SharedProposal) =>
    session.change((current) => ({ ...next(current), editedBy: me }));
  const textsOf = (one: Proposal) => proposalTexts(one, labels);
  const change = (next: (proposal: Proposal) => Proposal) =>
    changeShared((current) => {
      const before = readAsProposal(current);
      const after = next(before);
      const [were, are] = [textsOf(before), textsOf(after)];
      const rewritings = noteRewritings(current.rewritings, me, were, are);
      return { ...writeAsProposal(current, after), rewritings };
    });
  const settleApart = (apart: WrittenApart, words: string | null) => {
    changeShared((current) => {
      const before = readAsProposal(current);
      const put = ({ id, text }: { readonly id: string; readonly text: string }) =>
        id === apart.part && words !== null ? putInPlace(text, apart.versions, words) : text;
      const texts = textsOf(before).map((one) => ({ ...one, text: put(one) }));
      const text = texts.find(({ id }) => id === apart.part)?.text ?? "";
      const rewritings = settle(current.rewritings, me, apart, text);
      return { ...writeAsProposal(current, withProposalTexts(before, labels, texts)), rewritings };
    });
    // With both versions: what was not chosen is found there.
    void session.flush({ remember: true });
  };
  return { shared, safety, proposal, labels, textsOf, change, changeShared, settleApart };
}
