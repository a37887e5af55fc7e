import { Repeat } from "lucide-react";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import type { Instant } from "#base/Clock.ts";
import type { Prompt } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { EntryLines } from "#notebook/EntryLines.tsx";
import { momentText } from "#notebook/momentText.ts";
import { undoSaved } from "#notebook/undoSaved.ts";
import type { Models } from "#notebook/useModels.ts";
import { useReading } from "#notebook/useReading.ts";
import { WhyThis } from "#notebook/WhyThis.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { notify } from "#ui/toasts.ts";
import { answerKeepsComingBack } from "./answerKeepsComingBack.ts";
import "./KeepsComingBack.css";

const day = 24 * 60 * 60 * 1000;

function recent(at: Instant, now: Instant): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return m.today_recent_today();
  const isThisWeek = at <= now && now - at < 6 * day;
  return m.today_recent_weekday({
    day: isThisWeek ? momentText.weekdayName(at) : momentText.dayNear(at, now),
  });
}

/** The sentence about how often and since when, with the count standing out. */
function HowOften({ prompt, now }: { readonly prompt: Prompt; readonly now: Instant }) {
  const gap = "\ue000";
  const [before = "", after = ""] = m
    .today_prompt({ times: gap, recent: recent(prompt.last, now) })
    .split(gap);
  const times = m.today_prompt_times({
    count: prompt.entries.length,
    since: momentText.dayNear(prompt.first, now),
  });
  return (
    <p>
      {before}
      <strong>{times}</strong>
      {after}
    </p>
  );
}

function PromptEntries({
  workspace,
  prompt,
  models,
}: {
  readonly workspace: Workspace;
  readonly prompt: Prompt;
  readonly models: Models;
}) {
  const lines = useReading(workspace, ["lines", prompt.entries], (reader, since) =>
    reader.lines(prompt.entries, since),
  );
  return (
    <EntryLines lines={lines.data ?? []} models={models} label={m.today_entries_of_prompt()} />
  );
}

/** What keeps coming back, shown once: turn it into a proposal, look at it, or say that it is not a theme. */
export function KeepsComingBack({
  workspace,
  models,
}: {
  readonly workspace: Workspace;
  readonly models: Models;
}) {
  const id = useId();
  const navigate = useNavigate();
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const now = workspace.clock.now();
  const asked = useReading(workspace, ["prompt"], (reader, since) =>
    reader.prompt(workspace.clock.now(), since),
  );
  const prompt = asked.data ?? null;
  if (!prompt) return null;

  const turn = async () => {
    setBusy(true);
    const answered = await answerKeepsComingBack(workspace, prompt, "taken");
    setBusy(false);
    if (answered.ok) navigate(`/proposals/new?theme=${answered.value.theme}`);
    else notify({ text: m.notebook_not_saved() });
  };
  const dismiss = async () => {
    setBusy(true);
    const answered = await answerKeepsComingBack(workspace, prompt, "not-a-theme");
    setBusy(false);
    if (!answered.ok) return notify({ text: m.notebook_not_saved() });
    notify({
      text: m.today_dismissed(),
      undo: () => void undoSaved(workspace, answered.value.decision),
    });
  };

  return (
    <Card tone="recur" className="recurs" aria-labelledby={id}>
      <p className="recurs__kind">
        <Repeat size={24} strokeWidth={1.75} aria-hidden />
        {m.today_keeps_coming_back()}
      </p>
      <h2 className="recurs__name" id={id}>
        {prompt.name}
      </h2>
      <HowOften prompt={prompt} now={now} />
      <div className="recurs__actions">
        <Button variant="main" isPending={isBusy} onPress={() => void turn()}>
          {m.today_turn()}
        </Button>
        {prompt.theme ? (
          <LinkButton variant="quiet" to={`/themes/${prompt.theme}`}>
            {m.today_see_them()}
          </LinkButton>
        ) : (
          <Button variant="quiet" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
            {isShown ? m.today_hide_them() : m.today_see_them()}
          </Button>
        )}
        <Button variant="quiet" isPending={isBusy} onPress={() => void dismiss()}>
          {m.today_not_a_theme()}
        </Button>
      </div>
      <WhyThis
        workspace={workspace}
        what={{ type: "prompt", entries: prompt.entries }}
        about={prompt.name}
      />
      {isShown && <PromptEntries workspace={workspace} prompt={prompt} models={models} />}
    </Card>
  );
}
