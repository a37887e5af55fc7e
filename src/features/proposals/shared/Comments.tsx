import { MessageSquare } from "lucide-react";
import { useState } from "react";
import type { Comment } from "#core/space/SharedRecord.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { SayField } from "#notebook/SayField.tsx";
import { namesIn } from "#notebook/space/namesIn.ts";
import { Button } from "#ui/Button.tsx";
import { keepSaying, sayingNow } from "./keepSaying.ts";
import { type Hiding, RemarkLine } from "./RemarkLine.tsx";
import type { Talk } from "./Talk.ts";
import "./Comments.css";

/** What people say about it, with one level of replies. */
export function Comments({ hiding, ...talk }: Talk & { readonly hiding: Hiding }) {
  const { workspace, space, view, about } = talk;
  const [answering, setAnswering] = useState<string | null>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  const all = view.comments.filter((comment) => comment.about === about);
  const say = (text: string, replyTo: Comment | null) =>
    keepSaying(workspace, writeComment(sayingNow(workspace, space, text), about, replyTo));
  const known = namesIn(space);
  // A reply whose remark was taken back still stands, under no remark.
  const tops = all.filter(({ replyTo }) => !all.some(({ id }) => id === replyTo));
  return (
    <section className="comments" aria-labelledby="comments">
      <h2 id="comments">{m.sharing_comments()}</h2>
      <ol className="comments__list">
        {tops.map((comment) => (
          <li key={comment.id}>
            <RemarkLine remark={comment} talk={talk} hiding={hiding} />
            <ol className="comments__replies">
              {all
                .filter(({ replyTo }) => replyTo === comment.id)
                .map((reply) => (
                  <li key={reply.id}>
                    <RemarkLine remark={reply} talk={talk} hiding={hiding} />
                  </li>
                ))}
            </ol>
            {takesPart(space) &&
              (answering === comment.id ? (
                <SayField
                  workspace={workspace}
                  field={`reply/${comment.id}`}
                  label={m.sharing_reply_to({ who: talk.nameOf(comment.by) })}
                  action={m.sharing_reply()}
                  known={known}
                  autoFocus
                  onSay={async (text) => {
                    const said = await say(text, comment);
                    if (said.ok) {
                      setAnswering(null);
                      setAnswered(comment.id);
                    }
                    return said;
                  }}
                />
              ) : (
                <Button
                  variant="quiet"
                  icon={MessageSquare}
                  autoFocus={answered === comment.id}
                  onPress={() => setAnswering(comment.id)}
                >
                  {m.sharing_reply()}
                </Button>
              ))}
          </li>
        ))}
      </ol>
      {takesPart(space) && (
        <SayField
          workspace={workspace}
          field={`comment/${about}`}
          label={m.sharing_comment()}
          action={m.sharing_comment_done()}
          known={known}
          onSay={(text) => say(text, null)}
        />
      )}
    </section>
  );
}
