import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { readAsProposal } from "#core/space/sharedAsProposal.ts";
import { momentText } from "../momentText.ts";
import { OutlineView } from "../OutlineView.tsx";
import { proposalWords } from "../proposalWords.ts";

/** A proposal of a team exactly as whoever gets a copy will read it. */
export function SharedOutline({ shared }: { readonly shared: SharedProposal }) {
  const outline = proposalOutline(readAsProposal(shared), {
    sources: false,
    words: proposalWords(),
  });
  return (
    <div className="outline-preview">
      <h3 className="own-words">{outline.title}</h3>
      <OutlineView outline={outline} />
      {shared.excerpts.map(({ id, text, happenedAt }) => (
        <figure key={id} className="outline__source">
          <blockquote className="own-words outline__words">{text}</blockquote>
          <figcaption>{momentText.monthIfKnown(happenedAt)}</figcaption>
        </figure>
      ))}
    </div>
  );
}
