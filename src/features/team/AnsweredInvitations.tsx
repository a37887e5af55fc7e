import { useLayoutEffect, useRef } from "react";
import type { Result } from "#base/Result.ts";
import type { OpenInvitation } from "#core/space/Inviting.ts";
import type { InvitationId } from "#core/space/identifiers.ts";
import { lookAlike } from "#core/space/memberNames.ts";
import type { Space } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { SixWords } from "./SixWords.tsx";
import { useInvitations } from "./useInvitations.ts";

const words = {
  team: {
    wants: m.team_wants_to_join,
    says: m.team_compare_words,
    admit: m.team_admit,
    refuse: m.team_do_not_admit,
  },
  own: {
    wants: m.team_device_wants_to_join,
    says: m.team_device_compare_words,
    admit: m.team_device_admit,
    refuse: m.team_device_do_not_admit,
  },
} as const;

/** Somebody answered an invitation: their words are compared before they are let in. */
function AnsweredInvitation({
  space,
  answer,
  isExpected,
  onAdmit,
  onRefuse,
}: {
  readonly space: Space;
  readonly answer: NonNullable<OpenInvitation["answer"]>;
  /** Whoever invites was waiting for just this: the focus comes here. */
  readonly isExpected: boolean;
  readonly onAdmit: () => void;
  readonly onRefuse: () => void;
}) {
  const says = words[space.kind];
  const name = answer.name || (space.kind === "own" ? m.team_device_unnamed() : m.team_someone());
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isExpected) heading.current?.focus();
  }, [isExpected]);
  const isTaken =
    space.kind === "team" && space.members.some((member) => lookAlike(member.name, answer.name));
  return (
    <li className="member">
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {says.wants({ name })}
        </h3>
        {isTaken && <p>{m.team_name_taken({ name })}</p>}
        <p>{says.says({ name })}</p>
        <SixWords words={answer.words} />
      </div>
      <div className="team-ways">
        <Button variant="main" onPress={onAdmit}>
          {says.admit()}
        </Button>
        <Button variant="quiet" onPress={onRefuse}>
          {says.refuse()}
        </Button>
      </div>
    </li>
  );
}

/** Who answered an invitation to a team, or to one's own devices: let in once both show the same words. */
export function AnsweredInvitations({
  workspace,
  space,
  expected,
  attempt,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  /** The invitation that was shown last: whoever answers it gets the focus. */
  readonly expected: InvitationId | null;
  readonly attempt: (act: Promise<Result<unknown, SpaceFailure>>) => Promise<boolean>;
}) {
  const { spaces } = workspace;
  const settle = async (act: Promise<Result<unknown, SpaceFailure>>) => {
    if (await attempt(act)) focusPageHeading();
  };
  const answered = useInvitations(workspace, space).flatMap(({ id, answer }) =>
    answer === null ? [] : [{ id, answer }],
  );
  if (answered.length === 0) return null;
  return (
    <ul className="members">
      {answered.map(({ id, answer }) => (
        <AnsweredInvitation
          key={id}
          space={space}
          answer={answer}
          isExpected={id === expected}
          onAdmit={() => void settle(spaces.admit(space.id, id))}
          onRefuse={() => void settle(spaces.withdrawInvitation(space.id, id))}
        />
      ))}
    </ul>
  );
}
