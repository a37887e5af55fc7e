import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import type { Space } from "#core/space/Space.ts";
import { readOnceShared } from "#core/space/sharedAsProposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { OutlineView } from "#notebook/OutlineView.tsx";
import { proposalWords } from "#notebook/proposalWords.ts";
import { shownTitle } from "#notebook/shownTitle.ts";
import { SeenBy } from "#notebook/space/SeenBy.tsx";
import type { GoingQuote } from "./useSharing.ts";

/** Exactly what will be seen, and by whom: as it stands in the copy, nothing more. */
export function SharePreview({
  team,
  name,
  copy,
  going,
}: {
  readonly team: Space;
  readonly name: string;
  readonly copy: Proposal;
  readonly going: readonly GoingQuote[];
}) {
  const outline = proposalOutline(readOnceShared(copy), { sources: false, words: proposalWords() });
  return (
    <section className="share-step" aria-labelledby="share-preview">
      <h2 id="share-preview">{m.sharing_step_preview()}</h2>
      <SeenBy team={team} name={name} />
      <div className="outline-preview">
        <h3>{shownTitle(copy)}</h3>
        <OutlineView outline={outline} />
        {going.map(({ of, text }) => (
          <figure key={of.key} className="outline__source">
            <blockquote className="own-words outline__words">{text}</blockquote>
            <figcaption>{momentText.monthIfKnown(of.quote.happenedAt)}</figcaption>
          </figure>
        ))}
      </div>
      <p>{m.sharing_stays_home()}</p>
    </section>
  );
}
