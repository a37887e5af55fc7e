import type { Result } from "#base/Result.ts";
import type { Space, SpaceFailure } from "#core/space/Spaces.ts";
import { useSpaces } from "#notebook/useSpaces.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { AnsweredInvitation } from "./AnsweredInvitation.tsx";

/** A device that answered: let in once both show the same words. */
export function DeviceInvitations({
  workspace,
  space,
  attempt,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly attempt: (act: Promise<Result<unknown, SpaceFailure>>) => Promise<unknown>;
}) {
  const { data = [] } = useSpaces(workspace, ["invitations", space.id], (spaces) =>
    spaces.invitations(space.id),
  );
  return (
    <ul className="members">
      {data.map((invitation) => (
        <AnsweredInvitation
          key={invitation.id}
          invitation={invitation}
          onAdmit={() => void attempt(workspace.spaces.admit(space.id, invitation.id))}
          onRefuse={() =>
            void attempt(workspace.spaces.withdrawInvitation(space.id, invitation.id))
          }
        />
      ))}
    </ul>
  );
}
