import type { SharedId } from "#core/space/identifiers.ts";
import type { Comment } from "#core/space/SharedRecord.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { Button } from "#ui/Button.tsx";
import { SaidLine } from "./SaidLine.tsx";
import type { Talk } from "./Talk.ts";
import "./Comments.css";

/** Which remarks are not shown, and for facilitators the way to say so. */
export interface Hiding {
  readonly hidden: readonly SharedId[];
  /** Null: this person is no facilitator here. */
  readonly onHide: ((remark: SharedId, isHidden: boolean) => void) | null;
}

/**
 * One remark. One that was hidden is read by whoever said it and by facilitators only; the others read
 * that there is one. Every member's device still has its words: hiding is a courtesy.
 */
export function RemarkLine({
  remark,
  talk,
  hiding: { hidden, onHide },
}: {
  readonly remark: Comment;
  readonly talk: Talk;
  readonly hiding: Hiding;
}) {
  const isMine = remark.by === talk.space.me;
  const isHidden = hidden.includes(remark.id);
  const who = m.sharing_said({
    who: talk.nameOf(remark.by),
    when: momentText.dayAndTime(remark.createdAt),
  });
  if (isHidden && !isMine && onHide === null) {
    return (
      <article className="comment">
        <p className="comment__who">{who}</p>
        <p>{m.sharing_hidden()}</p>
      </article>
    );
  }
  const note = isMine ? m.sharing_hidden_yours() : m.sharing_hidden_facilitator();
  return (
    <SaidLine
      said={remark}
      who={who}
      talk={talk}
      note={isHidden ? note : null}
      ways={
        onHide !== null &&
        (isHidden || !isMine) && (
          <Button variant="quiet" onPress={() => onHide(remark.id, !isHidden)}>
            {isHidden ? m.sharing_show_again() : m.sharing_hide()}
          </Button>
        )
      }
    />
  );
}
