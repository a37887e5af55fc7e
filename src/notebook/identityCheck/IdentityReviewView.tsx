import { CheckCheck, RotateCcw, ShieldCheck } from "lucide-react";
import { useId, useState } from "react";
import * as m from "#messages";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import type { Decision } from "./Decision.ts";
import { MarkChoice } from "./MarkChoice.tsx";
import { ReviewedText } from "./ReviewedText.tsx";
import type { ReviewPart } from "./reviewParts.ts";
import type { IdentityReview } from "./useIdentityReview.ts";
import "./IdentityReviewView.css";

/** How many marks of one text are shown before the person asks for more. */
const atOnce = 30;

function Part({
  part,
  onDecide,
}: {
  readonly part: ReviewPart;
  readonly onDecide: (key: string, decision: Decision | null) => void;
}) {
  const [shown, setShown] = useState(atOnce);
  const more = part.marks.length - shown;
  return (
    <section className="identity-part">
      <h3 className="identity-part__label">{part.text.label}</h3>
      <ReviewedText part={part} />
      <ol className="identity-part__marks" aria-label={m.identity_list({ label: part.text.label })}>
        {part.marks.slice(0, shown).map((mark) => (
          <MarkChoice
            key={mark.key}
            mark={mark}
            onDecide={(decision) => onDecide(mark.key, decision)}
          />
        ))}
      </ol>
      {more > 0 && (
        <Button onPress={() => setShown(shown + atOnce)}>{m.identity_more({ count: more })}</Button>
      )}
    </section>
  );
}

function Summary({ review, about }: { readonly review: IdentityReview; readonly about: string }) {
  switch (review.state) {
    case "checking":
      return <p>{m.identity_checking()}</p>;
    case "unavailable":
      return <p>{m.identity_unavailable()}</p>;
    case "ready":
      return review.count === 0 ? (
        <p>{m.identity_none()}</p>
      ) : (
        <>
          <p className="identity-review__count">
            {m.identity_found({ count: review.count })}.{" "}
            {review.open === 0
              ? m.identity_all_decided()
              : `${m.identity_left({ count: review.open })}.`}
          </p>
          <p>{about}</p>
        </>
      );
  }
}

/**
 * Shows a review: each text as it will read with its marks, and under it every mark with why, a
 * suggested wording, and Accept, Edit, Keep as it is. The way out stands beside it and is never shut.
 */
export function IdentityReviewView({
  review,
  title = m.identity_title(),
  about = m.identity_about(),
}: {
  readonly review: IdentityReview;
  /** Where a page shows several. */
  readonly title?: string;
  /** What the check is, and what becomes of the words. */
  readonly about?: string;
}) {
  const titleId = useId();
  const decide = (key: string, decision: Decision | null) => {
    const mark = review.parts.flatMap(({ marks }) => marks).find((each) => each.key === key);
    review.decide(key, decision);
    if (mark === undefined || (mark.decision === null) === (decision === null)) return;
    const left = review.open + (decision === null ? 1 : -1);
    announce(left === 0 ? m.identity_all_decided() : m.identity_left({ count: left }));
  };
  const canAccept = review.parts.some(({ marks }) =>
    marks.some(({ decision, suggested }) => decision === null && suggested !== null),
  );
  return (
    <section className="identity-review" aria-labelledby={titleId}>
      <div className="identity-review__head">
        <ShieldCheck size={24} strokeWidth={1.75} aria-hidden />
        <div>
          <h2 className="identity-review__title" id={titleId}>
            {title}
          </h2>
          <Summary review={review} about={about} />
        </div>
      </div>
      {review.count > 0 && (
        <div className="identity-review__all">
          <Button
            icon={CheckCheck}
            isPending={!canAccept}
            onPress={() => {
              review.acceptAll();
              announce(m.identity_accepted_all());
            }}
          >
            {m.identity_accept_all()}
          </Button>
          <Button
            variant="quiet"
            icon={RotateCcw}
            isPending={review.open === review.count}
            onPress={() => {
              review.startOver();
              announce(m.identity_started_over());
            }}
          >
            {m.identity_start_over()}
          </Button>
        </div>
      )}
      {review.parts
        .filter(({ marks }) => marks.length > 0)
        .map((part) => (
          <Part key={part.text.id} part={part} onDecide={decide} />
        ))}
    </section>
  );
}
