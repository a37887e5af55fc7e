import { type ReactNode, useState } from "react";
import type { Comment, Thanks } from "#core/space/SharedRecord.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { failureText } from "../failureText.ts";
import { takeBack } from "./keepSaying.ts";
import type { Talk } from "./Talk.ts";
import "#notebook/OutlineView.css";
import "./Comments.css";

/** What somebody said, and for whoever said it the way to take it back; whatever else may be done stands in `ways`. */
export function SaidLine({
  said,
  who,
  note = null,
  ways = null,
  talk: { workspace, space, unsent },
}: {
  readonly said: Comment | Thanks;
  /** By whom, and when where that matters. */
  readonly who: string;
  /** What became of it, in words. */
  readonly note?: string | null;
  readonly ways?: ReactNode;
  readonly talk: Talk;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const back = async () => {
    const taken = await takeBack(workspace, said);
    setProblem(taken.ok ? null : failureText(taken.error));
  };
  return (
    <article className="comment">
      <p className="comment__who">{who}</p>
      <p className="own-words outline__words">{said.text}</p>
      {unsent.includes(said.id) && <p className="comment__who">{m.sharing_not_sent()}</p>}
      {note !== null && <p className="comment__who">{note}</p>}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {said.by === space.me && takesPart(space) && (
        <Button variant="quiet" onPress={() => void back()}>
          {m.sharing_take_back()}
        </Button>
      )}
      {ways}
    </article>
  );
}
