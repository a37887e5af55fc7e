import { useState } from "react";
import type { Member } from "#core/space/Space.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { Button } from "#ui/Button.tsx";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";

/** One of a person's own devices, and the way to part with it. */
export function DeviceLine({
  member,
  onRemove,
}: {
  readonly member: Member;
  readonly onRemove: () => void;
}) {
  const [isRemoving, setRemoving] = useState(false);
  const name = member.name.trim() || m.team_device_unnamed();
  return (
    <li className="member">
      <span className="member__name">
        {member.isMe ? m.team_device_this({ name }) : name}
        <span className="member__role">
          {m.team_device_since({ day: momentText.day(member.since) })}
        </span>
      </span>
      {!member.isMe && (
        <Button
          variant="danger"
          aria-label={m.team_device_remove({ name })}
          onPress={() => setRemoving(true)}
        >
          {m.team_device_remove_short()}
        </Button>
      )}
      {isRemoving && (
        <ConfirmDialog
          title={m.team_device_remove_title({ name })}
          says={m.team_device_remove_says()}
          action={m.team_device_remove({ name })}
          onConfirm={onRemove}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
