import { useEffect, useState } from "react";
import { Navigate, useParams } from "react-router";
import type { Result } from "#base/Result.ts";
import { tellApart } from "#core/space/memberNames.ts";
import type { Member } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { useSpace } from "#notebook/useSpace.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { EndSpace } from "./EndSpace.tsx";
import { spaceFailureText } from "./failureText.ts";
import { GoneSpace } from "./GoneSpace.tsx";
import { Invitations } from "./Invitations.tsx";
import { MemberLine } from "./MemberLine.tsx";
import { OpeningPlace } from "./OpeningPlace.tsx";
import { SpaceNames } from "./SpaceNames.tsx";
import { shownSpaceName } from "./shownSpaceName.ts";
import { spaceStateText } from "./spaceStateText.ts";
import "./PeoplePage.css";

/** `/team/:id/people`: who is in it, who is invited, and the ways out. */
export function PeoplePage({ workspace }: { readonly workspace: Workspace }) {
  const { id } = useParams();
  const [problem, setProblem] = useState<string | null>(null);
  const space = useSpace(workspace, id);
  const me = space?.members.find(({ isMe }) => isMe);
  const isFacilitator = !!space && takesPart(space) && me?.role === "facilitator";
  // What was pressed goes with the role.
  useEffect(() => {
    if (!isFacilitator && document.activeElement === document.body) focusPageHeading();
  }, [isFacilitator]);
  if (space === undefined) return <OpeningPlace />;
  if (space === null) return <GoneSpace />;
  if (space.kind === "own") return <Navigate to="/settings/devices" replace />;
  const name = shownSpaceName(space);
  const names = tellApart(space.members);
  const attempt = async (act: Promise<Result<unknown, SpaceFailure>>): Promise<boolean> => {
    const done = await act;
    setProblem(done.ok ? null : spaceFailureText(done.error));
    return done.ok;
  };
  const remove = async (member: Member["id"]) => {
    if (await attempt(workspace.spaces.remove(space.id, member))) focusPageHeading();
  };
  return (
    <>
      <PageHeader
        title={m.team_people()}
        pageName={m.team_people()}
        eyebrow={name}
        sharedWith={name}
        actions={<LinkButton to={`/team/${space.id}`}>{m.team_back_to_team()}</LinkButton>}
      />
      {takesPart(space) ? (
        <SpaceStatus workspace={workspace} space={space} />
      ) : (
        <Notice>{spaceStateText(space)}</Notice>
      )}
      {problem !== null && takesPart(space) && <Notice tone="danger">{problem}</Notice>}
      {space.members.some(({ id, name }) => names.get(id) !== name) && (
        <p>{m.team_names_alike()}</p>
      )}
      <ul className="members">
        {space.members.map((member) => (
          <MemberLine
            key={member.id}
            member={member}
            called={names.get(member.id) ?? ""}
            mayChange={isFacilitator}
            onRole={(role) => void attempt(workspace.spaces.setRole(space.id, member.id, role))}
            onRemove={() => void remove(member.id)}
          />
        ))}
      </ul>
      {isFacilitator && <Invitations workspace={workspace} space={space} attempt={attempt} />}
      {takesPart(space) && (
        <SpaceNames
          key={space.id}
          space={space}
          myName={me?.name ?? ""}
          mayRename={isFacilitator}
          onRename={(next) => attempt(workspace.spaces.rename(space.id, next))}
          onNameMe={(next) => attempt(workspace.spaces.nameMe(space.id, next))}
        />
      )}
      <EndSpace workspace={workspace} space={space} isFacilitator={isFacilitator} />
    </>
  );
}
