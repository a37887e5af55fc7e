import { useId } from "react";
import { useNavigate } from "react-router";
import type { Draft } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import type { DraftInHand } from "#notebook/useDraft.ts";
import { Button } from "#ui/Button.tsx";
import { notify } from "#ui/toasts.ts";
import "./UnfinishedDrafts.css";

/** The most of a draft that is shown, in UTF-16 units. */
const shown = 200;

/** Drafts that were begun and neither kept nor thrown away, to go on with. */
export function UnfinishedDrafts({
  hand,
  now,
}: {
  readonly hand: DraftInHand;
  readonly now: number;
}) {
  const id = useId();
  const navigate = useNavigate();
  if (hand.unfinished.length === 0) return null;

  const goOn = async (draft: Draft) => {
    await hand.session.flush();
    if (draft.of) return navigate(`/journal/${draft.of.entry}?edit`);
    if (draft.model !== freePage.id) return navigate(`/reflect/${draft.model}?draft=${draft.id}`);
    await hand.takeUp(draft);
    window.scrollTo({ top: 0 });
  };
  const throwAway = async (draft: Draft) => {
    const bringBack = await hand.throwAway(draft);
    notify({ text: m.today_thrown_away(), undo: () => void bringBack() });
  };

  return (
    <section className="unfinished" aria-labelledby={id}>
      <h2 id={id}>{m.today_unfinished()}</h2>
      <ul className="unfinished__list">
        {hand.unfinished.map((draft) => {
          const when = momentText.dayNear(draft.startedAt, now);
          return (
            <li key={draft.id} className="unfinished__draft">
              <p className="unfinished__words own-words">{entryText(draft).slice(0, shown)}</p>
              <p className="unfinished__when">
                {draft.of
                  ? m.today_unfinished_edit({ when })
                  : m.today_unfinished_started({ when })}
              </p>
              <div className="unfinished__actions">
                <Button onPress={() => void goOn(draft)}>{m.today_go_on()}</Button>
                <Button variant="quiet" onPress={() => void throwAway(draft)}>
                  {m.today_throw_away()}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
