import { useId, useState } from "react";
import { Link } from "react-router";
import type { Quote } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import "./Sources.css";

/** Dates that fit in a line; further ones are counted. */
const shownDates = 3;

const shortDay = (at: number | null): string =>
  at === null
    ? m.proposals_day_unknown()
    : `${momentText.dayNumber(at)} ${momentText.shortMonth(at)}`;

const openText = (at: number | null): string =>
  at === null
    ? m.proposals_source_open_undated()
    : m.proposals_source_open({ day: momentText.day(at) });

/** "From 19 Nov, 6 Nov · show sources": where an answer's words came from, each leading back to its entry. */
export function Sources({
  quotes,
  standing,
}: {
  readonly quotes: readonly Quote[];
  /** Those whose words still stand in the answer. */
  readonly standing: ReadonlySet<Quote>;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (quotes.length === 0) return null;
  const days = [...new Set(quotes.map((quote) => shortDay(quote.happenedAt)))];
  const some = days.slice(0, shownDates).join(", ");
  const shown =
    days.length > shownDates
      ? m.proposals_from_and_more({ days: some, more: days.length - shownDates })
      : some;
  return (
    <div className="sources">
      <button
        type="button"
        className="sources__toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? m.proposals_from_hide({ days: shown }) : m.proposals_from({ days: shown })}
      </button>
      <ul
        className="sources__list"
        id={id}
        hidden={!isOpen}
        aria-label={m.proposals_sources_title()}
      >
        {quotes.map((quote) => (
          <li key={`${quote.entry} ${quote.start}`} className="sources__quote">
            <blockquote className="own-words">{quote.text}</blockquote>
            <Link className="sources__link" to={`/journal/${quote.entry}`}>
              {openText(quote.happenedAt)}
            </Link>
            {!standing.has(quote) && (
              <p className="sources__note">{m.proposals_source_changed()}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
