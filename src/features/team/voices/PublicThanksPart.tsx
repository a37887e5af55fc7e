import { useState } from "react";
import type { PublicThanks } from "#core/space/SharedRecord.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { takeBackPublicThanks, type VoiceStanding } from "#core/space/voices.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { memberNameIn } from "#notebook/space/memberNameIn.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { Notice } from "#ui/Notice.tsx";
import { changeRecord } from "./changeRecord.ts";
import { ThankInPublic } from "./ThankInPublic.tsx";

/** What the team said in public in answer to a voice, and a way to say more. */
export function PublicThanksPart({
  workspace,
  space,
  view,
  standing: { voice, box, thanks },
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
  readonly standing: VoiceStanding;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const now = workspace.clock.now();
  const nameOf = memberNameIn(space, view);
  const isOpen = takesPart(space);
  const takeBack = async ({ id }: PublicThanks) => {
    if (box === null) return;
    const by = { by: space.me, now: workspace.clock.now() };
    const failed = await changeRecord(workspace, box, (there) =>
      takeBackPublicThanks(there, id, by),
    );
    setProblem(failed);
    if (failed !== null) return;
    focusPageHeading();
    void workspace.spaces.publishVoiceBox(space.id, box.id);
  };
  return (
    <section className="space-part" aria-labelledby="public-thanks">
      <h2 id="public-thanks">{m.voices_thanks()}</h2>
      <p>{m.voices_thanks_help()}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <ul className="voice-list">
        {thanks.map((each) => (
          <li key={each.id} className="space-proposal">
            <p className="own-words voice-words">{each.text}</p>
            <p className="space-proposal__when">
              {m.voices_thanks_given({
                who: nameOf(each.by),
                day: momentText.dayNear(each.at, now),
              })}
            </p>
            {isOpen && (
              <Button variant="quiet" onPress={() => void takeBack(each)}>
                {m.voices_thanks_take_back()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {box?.isOpen === true && isOpen && (
        <ThankInPublic workspace={workspace} space={space} box={box} voice={voice.id} />
      )}
      {box?.isOpen !== true && <p>{m.voices_thanks_closed()}</p>}
    </section>
  );
}
