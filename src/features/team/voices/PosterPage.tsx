import { Copy, DoorClosed, Printer } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useParams } from "react-router";
import type { VoiceBox } from "#core/space/SharedRecord.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { closeVoiceBox } from "#core/space/voices.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { spaceFailureText } from "../failureText.ts";
import { GoneSpace } from "../GoneSpace.tsx";
import { OpeningPlace } from "../OpeningPlace.tsx";
import { shownSpaceName } from "../shownSpaceName.ts";
import { changeRecord } from "./changeRecord.ts";
import { Poster } from "./Poster.tsx";
import { usePlaceOfTeam } from "./usePlaceOfTeam.ts";
import "../TeamPage.css";

/** The link of an open box, once its page stands on the server. */
function useVoiceLink(workspace: Workspace, space: Space, box: VoiceBox) {
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = useCallback(async () => {
    setProblem(null);
    const made = await workspace.spaces.voiceLink(space.id, box.id);
    if (made.ok) setLink(made.value);
    else setProblem(spaceFailureText(made.error));
  }, [workspace, space.id, box.id]);
  useEffect(() => {
    if (box.isOpen) void make();
  }, [make, box.isOpen]);
  return { link, problem, make };
}

function WayIn({
  workspace,
  space,
  box,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly box: VoiceBox;
}) {
  const { link, problem, make } = useVoiceLink(workspace, space, box);
  const [copied, setCopied] = useState<string | null>(null);
  const [isClosing, setClosing] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const name = shownSpaceName(space);
  const isFacilitator = space.members.some(({ isMe, role }) => isMe && role === "facilitator");
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(m.voices_poster_copied());
    } catch {
      setCopied(m.voices_poster_not_copied());
    }
  };
  const close = async () => {
    const by = { by: space.me, now: workspace.clock.now() };
    const notKept = await changeRecord(workspace, box, (there) => closeVoiceBox(there, by));
    if (notKept !== null) return setFailed(notKept);
    // What closed it has gone with it.
    focusPageHeading();
    const told = await workspace.spaces.publishVoiceBox(space.id, box.id);
    setFailed(told.ok ? null : m.voices_poster_close_waits());
  };
  return (
    <>
      <PageHeader
        title={m.voices_poster_title()}
        pageName={m.voices_poster_page()}
        sharedWith={name}
        actions={<LinkButton to={`/team/${space.id}/voices`}>{m.voices_all()}</LinkButton>}
      />
      {failed !== null && <Notice tone="danger">{failed}</Notice>}
      {!box.isOpen && <p role="status">{m.voices_poster_closed()}</p>}
      {box.isOpen && link === null && problem === null && (
        <p role="status">{m.voices_poster_making()}</p>
      )}
      {problem !== null && (
        <Notice
          tone="danger"
          actions={<Button onPress={() => void make()}>{m.voices_try_again()}</Button>}
        >
          {problem}
        </Notice>
      )}
      {box.isOpen && link !== null && (
        <>
          <div className="team-ways poster-ways">
            <Button variant="main" icon={Printer} onPress={() => window.print()}>
              {m.voices_poster_print()}
            </Button>
            <Button icon={Copy} onPress={() => void copy(link)}>
              {m.voices_poster_copy()}
            </Button>
            {isFacilitator && takesPart(space) && (
              <Button variant="danger" icon={DoorClosed} onPress={() => setClosing(true)}>
                {m.voices_poster_close()}
              </Button>
            )}
          </div>
          <p className="poster-ways" role="status">
            {copied}
          </p>
          <Poster team={name} box={box} link={link} />
        </>
      )}
      {isClosing && (
        <ConfirmDialog
          title={m.voices_poster_close_title()}
          says={m.voices_poster_close_help()}
          action={m.voices_poster_close()}
          onConfirm={() => void close()}
          onClose={() => setClosing(false)}
        />
      )}
    </>
  );
}

/** `/team/:id/voices/in/:box`: a way in for voices, as a link and as a poster to print. */
export function PosterPage({ workspace }: { readonly workspace: Workspace }) {
  const { box: id } = useParams();
  const place = usePlaceOfTeam(workspace);
  if (place === undefined) return <OpeningPlace />;
  const box = place?.view.voiceBoxes.find((each) => each.id === id);
  if (!place || !box) return <GoneSpace />;
  return <WayIn workspace={workspace} space={place.space} box={box} />;
}
