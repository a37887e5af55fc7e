import * as m from "#messages";
import type { IdentityReview } from "./useIdentityReview.ts";

/** How many of the marked words are named in one line. */
const named = 3;

/** One line beside a way out: how many things may identify someone, and the first of them. */
export function IdentitySummary({ review }: { readonly review: IdentityReview }) {
  if (review.state === "checking") return <p>{m.identity_checking()}</p>;
  if (review.state === "unavailable") return <p>{m.identity_unavailable()}</p>;
  const open = review.parts
    .flatMap(({ marks }) => marks)
    .filter(({ decision }) => decision === null);
  if (review.count === 0) return <p>{m.identity_none()}</p>;
  if (open.length === 0) return <p>{m.identity_all_decided()}</p>;
  const different = [...new Set(open.map(({ written }) => written))];
  const names = different
    .slice(0, named)
    .map((words) => m.identity_quoted({ words }))
    .join(", ");
  return (
    <p>
      {m.identity_found_named({
        found: m.identity_found({ count: open.length }),
        names: different.length > named ? m.identity_and_more({ names }) : names,
      })}
    </p>
  );
}
