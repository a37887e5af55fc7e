import type { MemberId } from "#core/space/identifiers.ts";
import type { Excerpt } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import "#notebook/OutlineView.css";

/** Words that somebody chose to show with it, said when only to the month. */
export function Excerpts({
  excerpts,
  under,
  nameOf,
}: {
  readonly excerpts: readonly Excerpt[];
  readonly under: Excerpt["under"];
  readonly nameOf: (member: MemberId) => string;
}) {
  return excerpts
    .filter((excerpt) => excerpt.under === under && excerpt.text !== "")
    .map((excerpt) => (
      <figure key={excerpt.id} className="outline__source">
        <blockquote className="own-words outline__words">{excerpt.text}</blockquote>
        <figcaption>
          {m.sharing_excerpt_from({
            who: nameOf(excerpt.by),
            month: momentText.monthIfKnown(excerpt.happenedAt),
          })}
        </figcaption>
      </figure>
    ));
}
