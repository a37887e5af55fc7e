import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { Result } from "#base/Result.ts";
import type { Invitation } from "#core/space/Inviting.ts";
import type { Role, Space } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { RadioField } from "#ui/RadioField.tsx";
import { AnsweredInvitations } from "./AnsweredInvitations.tsx";
import { InvitationDialog } from "./InvitationDialog.tsx";
import { InviteByFile } from "./InviteByFile.tsx";
import { useInvitations } from "./useInvitations.ts";

type Attempt = (act: Promise<Result<unknown, SpaceFailure>>) => Promise<boolean>;

/** Inviting, and what became of it. */
export function Invitations({
  workspace,
  space,
  attempt,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly attempt: Attempt;
}) {
  const [role, setRole] = useState<Role>("member");
  const [made, setMade] = useState<Invitation | null>(null);
  const waiting = useInvitations(workspace, space).filter(({ answer }) => answer === null);
  const invite = async () => {
    const invitation = await workspace.spaces.invite(space.id, role);
    void attempt(Promise.resolve(invitation));
    if (invitation.ok) setMade(invitation.value);
  };
  const withdraw = async (id: Invitation["id"]) => {
    const isDone = await attempt(workspace.spaces.withdrawInvitation(space.id, id));
    if (isDone) focusPageHeading();
  };
  return (
    <section className="people-part" aria-labelledby="invite">
      <h2 id="invite">{m.team_invite_title()}</h2>
      <AnsweredInvitations
        workspace={workspace}
        space={space}
        expected={made?.id ?? null}
        attempt={attempt}
      />
      {waiting.length > 0 && (
        <ul className="members">
          {waiting.map((invitation) => (
            <li className="member" key={invitation.id}>
              <span>
                {m.team_invitation_open({ until: momentText.dayAndTime(invitation.expiresAt) })}{" "}
                {space.server !== null &&
                  m.team_invitation_which({ start: invitation.id.slice(0, 5) })}
              </span>
              <Button variant="quiet" onPress={() => void withdraw(invitation.id)}>
                {m.team_invitation_withdraw()}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {space.server === null ? (
        <>
          <p>{m.team_invite_by_file()}</p>
          <InviteByFile workspace={workspace} space={space} attempt={attempt} />
        </>
      ) : (
        <>
          <p>{m.team_invite_help()}</p>
          <RadioField
            label={m.team_invite_as()}
            items={[
              {
                id: "member",
                label: m.team_role_member(),
                description: m.team_role_member_help(),
              },
              {
                id: "facilitator",
                label: m.team_role_facilitator(),
                description: m.team_role_facilitator_help(),
              },
            ]}
            value={role}
            onChange={setRole}
          />
          <Button variant="main" icon={UserPlus} onPress={() => void invite()}>
            {m.team_invite()}
          </Button>
        </>
      )}
      {made && (
        <InvitationDialog
          key={made.id}
          workspace={workspace}
          space={space}
          invitation={made}
          onClose={() => setMade(null)}
        />
      )}
    </section>
  );
}
