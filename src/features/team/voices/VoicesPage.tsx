import type { Space } from "#core/space/Space.ts";
import { type VoiceStanding, voiceStandings } from "#core/space/voices.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { GoneSpace } from "../GoneSpace.tsx";
import { OpeningPlace } from "../OpeningPlace.tsx";
import { shownSpaceName } from "../shownSpaceName.ts";
import { useFetchedVoices, usePlaceOfTeam } from "./usePlaceOfTeam.ts";
import { VoiceLines } from "./VoiceLines.tsx";
import { WaysIn } from "./WaysIn.tsx";
import "../SpacePage.css";
import "../TeamPage.css";
import "./Voices.css";

function ReadVoices({
  space,
  standings,
  now,
}: {
  readonly space: Space;
  readonly standings: readonly VoiceStanding[];
  readonly now: number;
}) {
  const fresh = standings.filter(({ isNew }) => isNew);
  const aside = standings.filter(({ voice }) => voice.asideAt !== null);
  const answered = standings.filter(({ isNew, voice }) => !isNew && voice.asideAt === null);
  return (
    <section className="space-part" aria-labelledby="voices-read">
      <h2 id="voices-read">{m.voices_read()}</h2>
      {standings.length === 0 && (
        <>
          <p>{m.voices_none()}</p>
          <p>{m.voices_none_help()}</p>
        </>
      )}
      {fresh.length > 0 && (
        <>
          <h3>{m.voices_new()}</h3>
          <VoiceLines space={space} standings={fresh} now={now} />
        </>
      )}
      {answered.length > 0 && (
        <>
          <h3>{m.voices_answered()}</h3>
          <VoiceLines space={space} standings={answered} now={now} />
        </>
      )}
      {aside.length > 0 && (
        <details className="folded-voices">
          <summary>{m.voices_aside({ count: aside.length })}</summary>
          <VoiceLines space={space} standings={aside} now={now} />
        </details>
      )}
    </section>
  );
}

/** `/team/:id/voices`: what patients, carers and others wrote to the team, and the ways in for more. */
export function VoicesPage({ workspace }: { readonly workspace: Workspace }) {
  useFetchedVoices(workspace);
  const place = usePlaceOfTeam(workspace);
  if (place === undefined) return <OpeningPlace />;
  if (place === null) return <GoneSpace />;
  const { space, view } = place;
  return (
    <>
      <PageHeader
        title={m.voices_title()}
        pageName={m.voices_title()}
        eyebrow={m.voices_eyebrow()}
        sharedWith={shownSpaceName(space)}
        actions={<LinkButton to={`/team/${space.id}`}>{m.voices_back_to_team()}</LinkButton>}
      />
      <ReadVoices space={space} standings={voiceStandings(view)} now={workspace.clock.now()} />
      <WaysIn workspace={workspace} space={space} view={view} />
    </>
  );
}
