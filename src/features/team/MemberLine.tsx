import { UserMinus, UserRound, UserRoundCog } from "lucide-react";
import { useState } from "react";
import type { Member, Role } from "#core/space/Space.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { Menu } from "#ui/Menu.tsx";

/** What a role is called. */
const roleName = (role: Role): string =>
  role === "facilitator" ? m.team_role_facilitator() : m.team_role_member();

/** One person of a team, and what a facilitator may change. */
export function MemberLine({
  member,
  called,
  mayChange,
  onRole,
  onRemove,
}: {
  readonly member: Member;
  /** What they are called here: told apart, where another's name looks the same. */
  readonly called: string;
  readonly mayChange: boolean;
  readonly onRole: (role: Role) => void;
  readonly onRemove: () => void;
}) {
  const [isRemoving, setRemoving] = useState(false);
  const name = called || m.team_someone();
  const other: Role = member.role === "facilitator" ? "member" : "facilitator";
  return (
    <li className="member">
      <span className="member__name">
        {member.isMe ? m.team_name_you({ name }) : name}
        <span className="member__role">{roleName(member.role)}</span>
        {called !== member.name && (
          <span className="member__role">
            {m.team_joined({ day: momentText.day(member.since) })}
          </span>
        )}
      </span>
      {mayChange && (
        <Menu
          label={m.team_change()}
          spokenLabel={m.team_change_member({ name })}
          variant="outline"
          items={[
            {
              id: "role",
              icon: other === "facilitator" ? UserRoundCog : UserRound,
              label: other === "facilitator" ? m.team_make_facilitator() : m.team_make_member(),
              onAction: () => onRole(other),
            },
            ...(member.isMe
              ? []
              : [
                  {
                    id: "remove",
                    icon: UserMinus,
                    label: m.team_remove(),
                    isDanger: true,
                    onAction: () => setRemoving(true),
                  },
                ]),
          ]}
        />
      )}
      {isRemoving && (
        <ConfirmDialog
          title={m.team_remove_title({ name })}
          says={m.team_remove_says()}
          action={m.team_remove()}
          onConfirm={onRemove}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
