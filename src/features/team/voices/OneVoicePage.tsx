import { Archive, ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router";
import { takesPart } from "#core/space/takesPart.ts";
import { setVoiceAside, voiceStanding } from "#core/space/voices.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { GoneSpace } from "../GoneSpace.tsx";
import { OpeningPlace } from "../OpeningPlace.tsx";
import { shownSpaceName } from "../shownSpaceName.ts";
import { AnsweringProposals } from "./AnsweringProposals.tsx";
import { changeRecord } from "./changeRecord.ts";
import { PublicThanksPart } from "./PublicThanksPart.tsx";
import { QuoteCheck } from "./QuoteCheck.tsx";
import { usePlaceOfTeam } from "./usePlaceOfTeam.ts";
import { voiceWho } from "./voiceWho.ts";
import "../SpacePage.css";
import "../TeamPage.css";
import "./Voices.css";

/** `/team/:id/voices/:voice`: what somebody wrote, and what the team does with it. */
export function OneVoicePage({ workspace }: { readonly workspace: Workspace }) {
  const { voice: id } = useParams();
  const place = usePlaceOfTeam(workspace);
  const [problem, setProblem] = useState<string | null>(null);
  if (place === undefined) return <OpeningPlace />;
  if (place === null) return <GoneSpace />;
  const { space, view } = place;
  const voice = view.voices.find((each) => each.id === id);
  const back = <LinkButton to={`/team/${space.id}/voices`}>{m.voices_all()}</LinkButton>;
  const name = shownSpaceName(space);
  if (!voice) {
    return (
      <>
        <PageHeader title={m.voices_one()} pageName={m.voices_one()} sharedWith={name} />
        <Notice actions={back}>{m.voices_gone()}</Notice>
      </>
    );
  }
  const standing = voiceStanding(view, voice);
  const isAside = voice.asideAt !== null;
  const turn = async () =>
    setProblem(
      await changeRecord(workspace, voice, (there) =>
        setVoiceAside(there, !isAside, workspace.clock.now()),
      ),
    );
  const parts = { workspace, space, view, standing };
  return (
    <>
      <PageHeader
        title={m.voices_one()}
        pageName={m.voices_one()}
        eyebrow={m.voices_who({
          who: voiceWho(voice),
          day: momentText.dayNear(voice.createdAt, workspace.clock.now()),
        })}
        sharedWith={name}
        actions={
          <>
            {back}
            {takesPart(space) && (
              <Button icon={isAside ? ArchiveRestore : Archive} onPress={() => void turn()}>
                {isAside ? m.voices_take_back_up() : m.voices_set_aside()}
              </Button>
            )}
          </>
        }
      />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <Card tone="team" className="voice-said">
        {standing.box !== null && standing.box.question !== "" && (
          <p className="space-proposal__when">
            {m.voices_answers_to({ question: standing.box.question })}
          </p>
        )}
        <p className="own-words voice-words">{voice.text}</p>
      </Card>
      <AnsweringProposals {...parts} />
      <PublicThanksPart {...parts} />
      <QuoteCheck workspace={workspace} voice={voice} />
    </>
  );
}
