import { DoorOpen } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { Space } from "#core/space/Space.ts";
import { beginVoiceBox, longestQuestion } from "#core/space/voices.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { useIdentityReview } from "#notebook/identityCheck/useIdentityReview.ts";
import { useUnsentWords } from "#notebook/useUnsentWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { keepNew } from "./changeRecord.ts";

/** Makes a way in for voices and leads to its poster. What it asks hangs on a wall: it is checked first. */
export function MakeWayIn({
  workspace,
  space,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
}) {
  const navigate = useNavigate();
  const { text: question, change, sent } = useUnsentWords(workspace, `way-in/${space.id}`);
  const [isWanted, setWanted] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isAsked = question.trim() !== "";
  const review = useIdentityReview(
    workspace.identity,
    isAsked ? [{ id: "poster", label: m.voices_make_question(), text: question }] : [],
  );
  const { leave, question: lastQuestion } = useBeforeLeaving(review);
  const isChecking = isAsked && review.state === "checking";
  const make = async () => {
    setMaking(true);
    const keys = await workspace.spaces.voiceKeys();
    const id = newId(workspace.random) as SharedId;
    const now = workspace.clock.now();
    const saying = {
      id,
      space: space.id,
      by: space.me,
      now,
      text: review.texts[0]?.text ?? question,
    };
    const failed = await keepNew(workspace, beginVoiceBox(saying, keys));
    setMaking(false);
    setProblem(failed);
    if (failed !== null) return;
    await sent();
    void navigate(`/team/${space.id}/voices/in/${id}`);
  };
  // Pressed while the words were still being looked at: made once that is done.
  useEffect(() => {
    if (!isWanted || isChecking) return;
    setWanted(false);
    leave(() => void make());
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMaking) setWanted(true);
  };
  return (
    <form className="team-form" onSubmit={submit}>
      <TextField
        label={m.voices_make_question()}
        description={m.voices_make_question_help()}
        value={question}
        onChange={change}
        voice="own"
        maxLength={longestQuestion}
      />
      {isAsked && <IdentityReviewView review={review} />}
      {lastQuestion}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className="team-ways">
        <Button type="submit" icon={DoorOpen} isPending={isMaking || isWanted}>
          {m.voices_make()}
        </Button>
      </div>
    </form>
  );
}
