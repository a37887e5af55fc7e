import { Link2, UserPlus, Users } from "lucide-react";
import { Link } from "react-router";
import type { Space } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { refusalText } from "./failureText.ts";
import { shownSpaceName } from "./shownSpaceName.ts";
import "./TeamPage.css";

const stateText = (space: Space): string => {
  const { exchange } = space.status;
  if (exchange.type === "refused") return refusalText(exchange.why);
  switch (space.state.type) {
    case "open":
      return m.team_people_count({ count: space.members.length });
    case "joining":
      return m.team_state_joining();
    case "removed":
      return m.team_state_removed();
    case "left":
      return m.team_state_left();
    case "closed":
      return m.team_state_closed();
  }
};

function SpaceCard({ space }: { readonly space: Space }) {
  return (
    <li>
      <Link className="space-card" to={`/team/${space.id}`}>
        <Users size={24} strokeWidth={1.75} aria-hidden />
        <span className="space-card__name">{shownSpaceName(space)}</span>
        <span className="space-card__state">{stateText(space)}</span>
      </Link>
    </li>
  );
}

/** `/team`: the team spaces this journal is in, and the ways into one. Nothing of the journal is in them. */
export function TeamPage({ workspace }: { readonly workspace: Workspace }) {
  const teams = useSpaceList(workspace)?.filter(({ kind }) => kind === "team");
  const ways = (
    <div className="team-ways">
      <LinkButton variant="main" icon={UserPlus} to="/team/new">
        {m.team_make()}
      </LinkButton>
      <LinkButton icon={Link2} to="/join">
        {m.team_join()}
      </LinkButton>
    </div>
  );
  return (
    <>
      <PageHeader title={m.team_title()} pageName={m.team_title()} eyebrow={m.team_eyebrow()} />
      {!teams && <p role="status">{m.team_reading()}</p>}
      {teams && teams.length === 0 && (
        <Card className="no-team">
          <h2>{m.team_empty_title()}</h2>
          <p>{m.team_empty()}</p>
          <p>{m.team_what_is_shared()}</p>
          {ways}
        </Card>
      )}
      {teams && teams.length > 0 && (
        <>
          <ul className="space-list">
            {teams.map((space) => (
              <SpaceCard key={space.id} space={space} />
            ))}
          </ul>
          {ways}
        </>
      )}
    </>
  );
}
