import { Eye, Megaphone } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { newId } from "#base/newId.ts";
import type { SharedId } from "#core/space/identifiers.ts";
import type { VoiceBox } from "#core/space/SharedRecord.ts";
import type { Space } from "#core/space/Space.ts";
import { longestThanks, thankInPublic } from "#core/space/voices.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { useIdentityReview } from "#notebook/identityCheck/useIdentityReview.ts";
import { useUnsentWords } from "#notebook/useUnsentWords.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";
import { changeRecord } from "./changeRecord.ts";

function LastLook({
  workspace,
  text,
  onGive,
  onEdit,
}: {
  readonly workspace: Workspace;
  readonly text: string;
  readonly onGive: (text: string) => void;
  readonly onEdit: () => void;
}) {
  const review = useIdentityReview(workspace.identity, [
    { id: "public-thanks", label: m.voices_thanks_text(), text },
  ]);
  const { leave, question } = useBeforeLeaving(review);
  const leaving = review.texts[0]?.text ?? text;
  // The button that led here is gone.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <>
      <div ref={place} tabIndex={-1}>
        <IdentityReviewView review={review} title={m.voices_thanks_check()} />
      </div>
      {question}
      <p>{m.voices_thanks_everybody()}</p>
      <p className="space-proposal own-words voice-words">{leaving}</p>
      <div className="team-ways">
        <Button
          variant="main"
          icon={Megaphone}
          isPending={review.state === "checking"}
          onPress={() => leave(() => onGive(leaving))}
        >
          {m.voices_thanks_give()}
        </Button>
        <Button variant="quiet" onPress={onEdit}>
          {m.voices_thanks_edit()}
        </Button>
      </div>
    </>
  );
}

/** Writes thanks for everybody who opens the link: checked and looked at once more before they stand there. */
export function ThankInPublic({
  workspace,
  space,
  box,
  voice,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly box: VoiceBox;
  readonly voice: SharedId;
}) {
  const { text, change, sent } = useUnsentWords(workspace, `public-thanks/${voice}`);
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const give = async (leaving: string) => {
    const id = newId(workspace.random) as SharedId;
    const now = workspace.clock.now();
    const saying = { id, space: space.id, by: space.me, now, text: leaving };
    const failed = await changeRecord(workspace, box, (there) =>
      thankInPublic(there, saying, voice),
    );
    setProblem(failed);
    if (failed !== null) return;
    await sent();
    setLooking(false);
    focusPageHeading();
    notify({ text: m.voices_thanks_done() });
    // Kept already; where the server cannot be told now, it is told with the next exchange.
    void workspace.spaces.publishVoiceBox(space.id, box.id);
  };
  return (
    <div className="voice-link-form">
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {isLooking ? (
        <LastLook
          workspace={workspace}
          text={text}
          onGive={(leaving) => void give(leaving)}
          onEdit={() => setLooking(false)}
        />
      ) : (
        <>
          <TextField
            label={m.voices_thanks_text()}
            isMultiline
            voice="own"
            value={text}
            onChange={change}
            maxLength={longestThanks}
          />
          <Button icon={Eye} isDisabled={text.trim() === ""} onPress={() => setLooking(true)}>
            {m.voices_thanks_review()}
          </Button>
        </>
      )}
    </div>
  );
}
