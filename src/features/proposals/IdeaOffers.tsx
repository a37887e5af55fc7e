import { useState } from "react";
import { Link } from "react-router";
import type { Quote } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import "./IdeaOffers.css";

/** Few enough to be read; the rest is asked for. */
const atFirst = 2;

/** Sentences of the person's own that may carry an idea, each to be used or left. */
export function IdeaOffers({
  offers,
  now,
  onUse,
}: {
  readonly offers: readonly Quote[];
  readonly now: number;
  readonly onUse: (quote: Quote) => void;
}) {
  const [isAll, setAll] = useState(false);
  if (offers.length === 0) return null;
  const shown = isAll ? offers : offers.slice(0, atFirst);
  return (
    <ul className="offers" aria-label={m.proposals_offer_title()}>
      {shown.map((quote) => (
        <li key={`${quote.entry} ${quote.start}`} className="offers__offer">
          <p className="own-words">
            <Link className="offers__when" to={`/journal/${quote.entry}`}>
              {quote.happenedAt === null
                ? m.proposals_you_wrote_undated()
                : m.proposals_you_wrote({ day: momentText.dayNear(quote.happenedAt, now) })}
            </Link>{" "}
            {quote.text}
          </p>
          <Button
            aria-label={m.proposals_use_this_about({ text: quote.text })}
            onPress={() => {
              onUse(quote);
              announce(m.proposals_used());
            }}
          >
            {m.proposals_use_this()}
          </Button>
        </li>
      ))}
      {shown.length < offers.length && (
        <li>
          <Button variant="quiet" onPress={() => setAll(true)}>
            {m.proposals_more_offers({ count: offers.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}
