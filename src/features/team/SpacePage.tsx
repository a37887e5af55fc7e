import { Users } from "lucide-react";
import { Link, Navigate, useNavigate, useParams } from "react-router";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { shortTitle } from "#notebook/shownTitle.ts";
import { memberNameIn } from "#notebook/space/memberNameIn.ts";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { useUnsentChanges } from "#notebook/space/useUnsentChanges.ts";
import { useSharedView } from "#notebook/useSharedView.ts";
import { useSpace } from "#notebook/useSpace.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { Asks } from "./Asks.tsx";
import { ByFile } from "./ByFile.tsx";
import { GoneSpace } from "./GoneSpace.tsx";
import { JoiningSpace } from "./JoiningSpace.tsx";
import { LeftInTeam } from "./LeftInTeam.tsx";
import { NeedsServer } from "./NeedsServer.tsx";
import { OpeningPlace } from "./OpeningPlace.tsx";
import { shownSpaceName } from "./shownSpaceName.ts";
import { spaceStateText } from "./spaceStateText.ts";
import { VoicesCard } from "./voices/VoicesCard.tsx";
import "./SpacePage.css";

function SharedProposals({
  workspace,
  space,
  view,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
}) {
  const now = workspace.clock.now();
  const nameOf = memberNameIn(space, view);
  return (
    <section className="space-part" aria-labelledby="space-proposals">
      <h2 id="space-proposals">{m.team_proposals()}</h2>
      {view.proposals.length === 0 && (
        <Card tone="team">
          <p>{m.team_proposals_empty()}</p>
        </Card>
      )}
      <ul className="space-proposals">
        {view.proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link className="space-proposal" to={`/team/${space.id}/proposals/${proposal.id}`}>
              <span className="space-proposal__title">
                {proposal.withdrawnAt === null ? shortTitle(proposal) : m.team_proposal_withdrawn()}
              </span>
              <span className="space-proposal__when">
                {m.team_proposal_changed({
                  who: nameOf(proposal.editedBy),
                  day: momentText.dayNear(proposal.editedAt, now),
                })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What had not gone out: whoever was removed may come in again, nobody into a closed team. */
function unsentText({ state, status: { exchange } }: Space, count: number): string {
  const isRefused = exchange.type === "refused" && exchange.why.type === "Closed";
  return isRefused || state.type === "closed"
    ? m.team_unsent_closed({ count })
    : m.team_unsent({ count });
}

/** `/team/:id`: what one team shares, and how it is with sending and receiving. */
export function SpacePage({ workspace }: { readonly workspace: Workspace }) {
  const { id } = useParams();
  const space = useSpace(workspace, id);
  const view = useSharedView(workspace, space);
  const navigate = useNavigate();
  const unsent = useUnsentChanges(workspace, space).length;
  if (space === undefined) return <OpeningPlace />;
  if (space === null) return <GoneSpace />;
  // One's own devices are no team, and have a page of their own.
  if (space.kind === "own") return <Navigate to="/settings/devices" replace />;
  const name = shownSpaceName(space);
  if (space.state.type === "joining") {
    return (
      <>
        <PageHeader title={m.team_joining_title()} pageName={m.team_title()} />
        <JoiningSpace
          workspace={workspace}
          space={space}
          words={space.state.words}
          onStopped={() => void navigate("/team")}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={name}
        pageName={m.team_page_name()}
        eyebrow={takesPart(space) && m.team_people_count({ count: space.members.length })}
        sharedWith={name}
        actions={
          <LinkButton icon={Users} to={`/team/${space.id}/people`}>
            {m.team_people()}
          </LinkButton>
        }
      />
      {takesPart(space) ? (
        <SpaceStatus workspace={workspace} space={space} />
      ) : (
        <Notice
          actions={<LinkButton to={`/team/${space.id}/people`}>{m.team_ways_out()}</LinkButton>}
        >
          {spaceStateText(space)} {unsent > 0 && unsentText(space, unsent)}
        </Notice>
      )}
      {view && <LeftInTeam workspace={workspace} space={space} view={view} />}
      {view && (
        <>
          <SharedProposals workspace={workspace} space={space} view={view} />
          {space.server === null ? (
            <NeedsServer />
          ) : (
            <>
              <VoicesCard workspace={workspace} space={space} view={view} />
              <Asks workspace={workspace} space={space} view={view} />
            </>
          )}
        </>
      )}
      {takesPart(space) && <ByFile workspace={workspace} space={space} />}
    </>
  );
}
