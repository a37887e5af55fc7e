import { type MouseEvent, useId } from "react";
import { Link, useNavigate } from "react-router";
import { hasWords } from "#core/entry/writtenParts.ts";
import type { ModelId } from "#core/identifiers.ts";
import { switchModel } from "#core/reflection/switchModel.ts";
import * as m from "#messages";
import { handOver } from "#notebook/handedDraft.ts";
import type { DraftInHand } from "#notebook/useDraft.ts";
import { freeShape, type Models } from "#notebook/useModels.ts";
import { ChipRow } from "#ui/ChipRow.tsx";
import "./OtherModels.css";

const offered = ["what", "gibbs", "excellence"] as readonly string[] as readonly ModelId[];

/** How many of the person's own models are offered beside the others. */
const mostOwn = 3;

/** "Or reflect with": models to write with instead. Words already in the field come along. */
export function OtherModels({
  hand,
  models,
}: {
  readonly hand: DraftInHand;
  readonly models: Models;
}) {
  const id = useId();
  const navigate = useNavigate();
  const own = models.own.slice(0, mostOwn).map((model) => model.id);

  const bring = async (event: MouseEvent, to: ModelId) => {
    const shape = models.shapeOf(to);
    if (!shape || !hasWords(hand.session.state().draft)) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    hand.session.change((content) => switchModel(content, freeShape, shape));
    await hand.session.flush();
    const { draft, safety } = hand.session.state();
    // Words that could not be saved stay where they are, with the notice that says so.
    if (safety.type === "failed") {
      hand.session.change((content) => switchModel(content, shape, freeShape));
      return;
    }
    handOver(draft);
    navigate(`/reflect/${to}?draft=${draft.id}`);
  };

  return (
    <nav className="other-models" aria-labelledby={id}>
      <ChipRow>
        <span id={id}>{m.today_or_reflect()}</span>
        {[...offered, ...own].map((model) => (
          <Link
            key={model}
            className="chip other-models__model"
            to={`/reflect/${model}`}
            onClick={(event) => void bring(event, model)}
          >
            {models.nameOf(model)}
          </Link>
        ))}
        <Link className="chip other-models__model" to="/reflect">
          {m.today_more_models()}
        </Link>
      </ChipRow>
    </nav>
  );
}
