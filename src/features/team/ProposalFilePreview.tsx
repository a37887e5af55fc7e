import { useEffect, useRef } from "react";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import { tellApart } from "#core/space/memberNames.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { Space } from "#core/space/Space.ts";
import { readAsProposal } from "#core/space/sharedAsProposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { OutlineView } from "#notebook/OutlineView.tsx";
import { proposalWords } from "#notebook/proposalWords.ts";
import { shownSpaceName } from "./shownSpaceName.ts";

/** A proposal that came as a file, as it would stand in a team, and who would see it there. */
export function ProposalFilePreview({
  shared,
  team,
}: {
  readonly shared: SharedProposal;
  readonly team: Space;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = tellApart(team.members);
  const others = team.members
    .filter(({ isMe }) => !isMe)
    .map(({ id }) => names.get(id) || m.team_someone());
  const outline = proposalOutline(readAsProposal(shared), {
    sources: false,
    words: proposalWords(),
  });
  return (
    <section className="team-form" aria-labelledby="file-preview">
      <h2 id="file-preview" ref={heading} tabIndex={-1}>
        {m.team_file_preview()}
      </h2>
      <p>
        {m.team_file_preview_says()}{" "}
        {others.length === 0
          ? m.sharing_seen_by_nobody({ team: shownSpaceName(team) })
          : m.sharing_seen_by({
              team: shownSpaceName(team),
              who: new Intl.ListFormat(m.notebook_locale()).format(others),
            })}
      </p>
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
    </section>
  );
}
