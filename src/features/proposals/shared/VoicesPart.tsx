import { Link } from "react-router";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import type { Talk } from "./Talk.ts";
import "#notebook/OutlineView.css";
import "./Comments.css";

/** The voices of patients, carers and others that a proposal answers. */
export function VoicesPart({
  space,
  view,
  voices,
}: Pick<Talk, "space" | "view"> & { readonly voices: SharedProposal["voices"] }) {
  if (voices.length === 0) return null;
  return (
    <section className="comments" aria-labelledby="voices">
      <h2 id="voices">{m.voices_on_proposal()}</h2>
      <ul className="comments__list">
        {voices.map((id) => {
          const voice = view.voices.find((each) => each.id === id);
          return (
            <li key={id}>
              <article className="comment">
                {voice ? (
                  <>
                    <p className="own-words outline__words">{voice.text}</p>
                    <Link to={`/team/${space.id}/voices/${id}`}>{m.voices_one()}</Link>
                  </>
                ) : (
                  <p>{m.voices_on_proposal_missing()}</p>
                )}
              </article>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
