import type { Instant } from "#base/Clock.ts";
import type { MemberId, SharedId, SpaceId } from "./identifiers.ts";
import type { Comment, Thanks } from "./SharedRecord.ts";

/** Who says something where, and when. `id` is fresh and random. */
export interface Saying {
  readonly id: SharedId;
  readonly space: SpaceId;
  readonly by: MemberId;
  readonly now: Instant;
  readonly text: string;
}

const said = ({ id, space, by, now, text }: Saying) => ({
  start: { id, space, by },
  text: text.trim(),
  end: { createdAt: now, editedAt: now, editedBy: by, deletedAt: null },
});

/** A remark on something shared. A reply to a reply stands beside it: there is one level. */
export function writeComment(
  saying: Saying,
  about: SharedId,
  replyTo: Pick<Comment, "id" | "replyTo"> | null,
): Comment {
  const { start, text, end } = said(saying);
  const thread = replyTo && (replyTo.replyTo ?? replyTo.id);
  return { kind: "comment", ...start, about, replyTo: thread, text, ...end };
}

/** Thanks for something shared. */
export function giveThanks(saying: Saying, about: SharedId): Thanks {
  const { start, text, end } = said(saying);
  return { kind: "thanks", ...start, about, to: null, text, ...end };
}
