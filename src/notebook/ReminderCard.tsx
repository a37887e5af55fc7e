import { Link2, Link2Off, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { newId } from "#base/newId.ts";
import type { EntryId, JudgementId, ThemeId } from "#core/identifiers.ts";
import type { Reminder } from "#core/journal/Reader.ts";
import { sayDifferent } from "#core/theme/sayDifferent.ts";
import { sayTheSame } from "#core/theme/sayTheSame.ts";
import type { ThemeDecision } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { Marked } from "#ui/Marked.tsx";
import { notify } from "#ui/toasts.ts";
import { momentText } from "./momentText.ts";
import { saveDecision } from "./saveDecision.ts";
import { undoSaved } from "./undoSaved.ts";
import { WhyThis } from "./WhyThis.tsx";
import type { Workspace } from "./Workspace.ts";

type Verdict = "same" | "different";
type Answer = { readonly verdict: Verdict; readonly decision: ThemeDecision };

async function decide(
  workspace: Workspace,
  entry: EntryId,
  reminder: Reminder,
  verdict: Verdict,
): Promise<ThemeDecision> {
  const earlier = reminder.line.id;
  const saying = {
    entry,
    earlier,
    judgement: newId(workspace.random) as JudgementId,
    at: workspace.clock.now(),
  };
  const linked = await workspace.reader.linked([entry, earlier], workspace.mark());
  return verdict === "different"
    ? sayDifferent(saying, linked)
    : sayTheSame(
        {
          ...saying,
          newTheme: newId(workspace.random) as ThemeId,
          theme: reminder.theme?.id ?? null,
        },
        linked,
      );
}

/** One earlier entry, what is shared marked, and what a person may say of it. */
export function ReminderCard({
  workspace,
  entry,
  reminder,
}: {
  readonly workspace: Workspace;
  readonly entry: EntryId;
  readonly reminder: Reminder;
}) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const { line, sentence, shared, theme } = reminder;

  // The button that was pressed is gone; what takes it back is in its place.
  useEffect(() => {
    if (answer) undo.current?.focus();
  }, [answer]);

  const say = async (verdict: Verdict) => {
    setBusy(true);
    const decision = await decide(workspace, entry, reminder, verdict);
    const saved = await saveDecision(workspace, decision);
    setBusy(false);
    if (saved.ok) setAnswer({ verdict, decision });
    else notify({ text: m.notebook_not_saved() });
  };
  const takeBack = async (given: Answer) => {
    setBusy(true);
    const saved = await undoSaved(workspace, given.decision);
    setBusy(false);
    if (!saved.ok) return notify({ text: m.notebook_not_saved() });
    setAnswer(null);
    announce(m.notebook_taken_back());
  };

  const living = answer?.decision.themes.find((next) => next.deletedAt === null);
  return (
    <li className="reminder">
      <blockquote className="reminder__words own-words">
        <Marked text={sentence} ranges={shared} />
      </blockquote>
      <p className="reminder__facts">
        <Link to={`/journal/${line.id}`}>
          {line.happened.precision === "unknown"
            ? m.notebook_undated()
            : momentText.day(line.happened.at)}
        </Link>
        {theme && (
          <span> · {m.notebook_reminder_theme({ name: theme.name, size: theme.size })}</span>
        )}
      </p>
      {answer ? (
        <div className="reminder__actions">
          <p role="status">
            {answer.verdict === "same" ? m.notebook_linked() : m.notebook_not_linked()}
            {answer.verdict === "same" && living && (
              <>
                {" "}
                <Link to={`/themes/${living.id}`}>{m.notebook_see_theme()}</Link>
              </>
            )}
          </p>
          <Button
            ref={undo}
            variant="quiet"
            icon={Undo2}
            isPending={isBusy}
            onPress={() => void takeBack(answer)}
          >
            {m.common_undo()}
          </Button>
        </div>
      ) : (
        <div className="reminder__actions">
          <Button
            icon={Link2}
            isPending={isBusy}
            aria-label={m.notebook_same_thing_about({ text: sentence })}
            onPress={() => void say("same")}
          >
            {m.notebook_same_thing()}
          </Button>
          <Button
            variant="quiet"
            icon={Link2Off}
            isPending={isBusy}
            aria-label={m.notebook_not_same_about({ text: sentence })}
            onPress={() => void say("different")}
          >
            {m.notebook_not_same()}
          </Button>
        </div>
      )}
      <WhyThis
        workspace={workspace}
        what={{ type: "reminder", kept: entry, earlier: line.id, theme: theme?.id ?? null }}
        about={sentence}
      />
    </li>
  );
}
