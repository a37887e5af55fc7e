import { giveThanks } from "#core/space/sayInSpace.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { SayField } from "#notebook/SayField.tsx";
import { namesIn } from "#notebook/space/namesIn.ts";
import { keepSaying, sayingNow } from "./keepSaying.ts";
import { SaidLine } from "./SaidLine.tsx";
import type { Talk } from "./Talk.ts";
import "./Comments.css";

/** Thanks, in words: not counted, not ranked. */
export function ThanksPart(talk: Talk) {
  const { workspace, space, view, about } = talk;
  const all = view.thanks.filter((thanks) => thanks.about === about);
  return (
    <section className="comments" aria-labelledby="thanks">
      <h2 id="thanks">{m.sharing_thanks()}</h2>
      <ul className="comments__list">
        {all.map((thanks) => (
          <li key={thanks.id}>
            <SaidLine said={thanks} who={talk.nameOf(thanks.by)} talk={talk} />
          </li>
        ))}
      </ul>
      {takesPart(space) && (
        <SayField
          workspace={workspace}
          field={`thanks/${about}`}
          label={m.sharing_thank()}
          description={m.sharing_thank_help()}
          action={m.sharing_thank_done()}
          known={namesIn(space)}
          onSay={(text) =>
            keepSaying(workspace, giveThanks(sayingNow(workspace, space, text), about))
          }
        />
      )}
    </section>
  );
}
