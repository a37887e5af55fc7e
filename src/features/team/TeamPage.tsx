import { FolderInput, Link2, UserPlus, Users } from "lucide-react";
import { Link } from "react-router";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { LeftOfForgotten } from "./LeftOfForgotten.tsx";
import { shownSpaceName } from "./shownSpaceName.ts";
import { spaceStateText } from "./spaceStateText.ts";
import "./TeamPage.css";

function SpaceCard({ space }: { readonly space: Space }) {
  return (
    <li>
      <Link className="space-card" to={`/team/${space.id}`}>
        <Users size={24} strokeWidth={1.75} aria-hidden />
        <span className="space-card__name">{shownSpaceName(space)}</span>
        <span className="space-card__state">{spaceStateText(space)}</span>
      </Link>
    </li>
  );
}

/** `/team`: the team spaces this journal is in, and the ways into one. Nothing of the journal is in them. */
export function TeamPage({ workspace }: { readonly workspace: Workspace }) {
  const spaces = useSpaceList(workspace);
  const teams = spaces?.filter(({ kind }) => kind === "team");
  const ways = (
    <div className="team-ways">
      <LinkButton variant="main" icon={UserPlus} to="/team/new">
        {m.team_make()}
      </LinkButton>
      <LinkButton icon={Link2} to="/join">
        {m.team_join()}
      </LinkButton>
      <LinkButton icon={FolderInput} to="/team/file">
        {m.team_bring_in()}
      </LinkButton>
    </div>
  );
  return (
    <>
      <PageHeader title={m.team_title()} pageName={m.team_title()} eyebrow={m.team_eyebrow()} />
      {!teams && <p role="status">{m.team_reading()}</p>}
      <LeftOfForgotten workspace={workspace} />
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
