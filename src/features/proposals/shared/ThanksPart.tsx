import { giveThanks } from "#core/space/sayInSpace.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { keepSaying, sayingNow, takeBack } from "./keepSaying.ts";
import { SayField } from "./SayField.tsx";
import type { Talk } from "./Talk.ts";
import "../OutlineView.css";
import "./Comments.css";

/** Thanks, in words: not counted, not ranked. */
export function ThanksPart({ workspace, space, view, about, nameOf }: Talk) {
  const all = view.thanks.filter((thanks) => thanks.about === about);
  return (
    <section className="comments" aria-labelledby="thanks">
      <h2 id="thanks">{m.sharing_thanks()}</h2>
      <ul className="comments__list">
        {all.map((thanks) => (
          <li key={thanks.id}>
            <article className="comment">
              <p className="comment__who">{nameOf(thanks.by)}</p>
              <p className="own-words outline__words">{thanks.text}</p>
              {thanks.by === space.me && (
                <Button variant="quiet" onPress={() => void takeBack(workspace, thanks)}>
                  {m.sharing_take_back()}
                </Button>
              )}
            </article>
          </li>
        ))}
      </ul>
      {takesPart(space) && (
        <SayField
          label={m.sharing_thank()}
          description={m.sharing_thank_help()}
          action={m.sharing_thank_done()}
          onSay={(text) =>
            keepSaying(workspace, giveThanks(sayingNow(workspace, space, text), about))
          }
        />
      )}
    </section>
  );
}
