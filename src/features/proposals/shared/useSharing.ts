import { useMemo, useState } from "react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalTexts, withProposalTexts } from "#core/proposal/proposalTexts.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import {
  type IdentityReview,
  useIdentityReview,
} from "#notebook/identityCheck/useIdentityReview.ts";
import { momentText } from "#notebook/momentText.ts";
import { proposalWords } from "#notebook/proposalWords.ts";
import { namesIn } from "#notebook/space/namesIn.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { type ShareableQuote, shareableQuotes } from "./shareableQuotes.ts";

/** A quote that goes with the copy, as worded. */
export interface GoingQuote {
  readonly of: ShareableQuote;
  readonly text: string;
}

/** What is decided before a copy is shared. */
export interface SharingCopy {
  readonly review: IdentityReview;
  /** The copy as decided so far: what will be seen, and nothing else. */
  readonly copy: Proposal;
  readonly quotes: readonly ShareableQuote[];
  readonly ticked: ReadonlySet<string>;
  readonly tick: (key: string, isTicked: boolean) => void;
  readonly going: readonly GoingQuote[];
}

/** A private proposal on its way into a team: what may identify someone, and the copy as it will be seen. */
export function useSharing(workspace: Workspace, proposal: Proposal, team: Space): SharingCopy {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const labels = useMemo(() => ({ title: m.proposals_field_title(), words: proposalWords() }), []);
  const quotes = useMemo(() => shareableQuotes(proposal), [proposal]);
  const texts = useMemo<readonly CheckedText[]>(
    () => [
      ...proposalTexts(proposal, labels),
      ...quotes
        .filter(({ key }) => ticked.has(key))
        .map(({ key, quote }) => ({
          id: key,
          label:
            quote.happenedAt === null
              ? m.sharing_excerpt_label_undated()
              : m.sharing_excerpt_label({ month: momentText.month(quote.happenedAt) }),
          text: quote.text,
        })),
    ],
    [proposal, labels, quotes, ticked],
  );
  const review = useIdentityReview(workspace.identity, texts, namesIn(team));
  const copy = useMemo(
    () => withProposalTexts(proposal, labels, review.texts),
    [proposal, labels, review.texts],
  );
  const going = quotes
    .filter(({ key }) => ticked.has(key))
    .map((of) => ({
      of,
      text: review.texts.find(({ id }) => id === of.key)?.text ?? of.quote.text,
    }));
  const tick = (key: string, isTicked: boolean) =>
    setTicked((now) => {
      const next = new Set(now);
      if (isTicked) next.add(key);
      else next.delete(key);
      return next;
    });
  return { review, copy, quotes, ticked, tick, going };
}
