import type { Result } from "#base/Result.ts";
import { lookAlike } from "#core/space/memberNames.ts";
import type { OpenInvitation, Space, SpaceFailure } from "#core/space/Spaces.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { SixWords } from "./SixWords.tsx";
import { useInvitations } from "./useInvitations.ts";

/** Somebody answered an invitation: their words are compared before they are let in. */
function AnsweredInvitation({
  space,
  answer,
  onAdmit,
  onRefuse,
}: {
  readonly space: Space;
  readonly answer: NonNullable<OpenInvitation["answer"]>;
  readonly onAdmit: () => void;
  readonly onRefuse: () => void;
}) {
  const name = answer.name || m.team_someone();
  const isTaken = space.members.some((member) => lookAlike(member.name, answer.name));
  return (
    <li className="member">
      <div>
        <h3>{m.team_wants_to_join({ name })}</h3>
        {isTaken && <p>{m.team_name_taken({ name })}</p>}
        <p>{m.team_compare_words({ name })}</p>
        <SixWords words={answer.words} />
      </div>
      <div className="team-ways">
        <Button variant="main" onPress={onAdmit}>
          {m.team_admit()}
        </Button>
        <Button variant="quiet" onPress={onRefuse}>
          {m.team_do_not_admit()}
        </Button>
      </div>
    </li>
  );
}

/** Who answered an invitation to a team, or to one's own devices: let in once both show the same words. */
export function AnsweredInvitations({
  workspace,
  space,
  attempt,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly attempt: (act: Promise<Result<unknown, SpaceFailure>>) => Promise<unknown>;
}) {
  const { spaces } = workspace;
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
          onAdmit={() => void attempt(spaces.admit(space.id, id))}
          onRefuse={() => void attempt(spaces.withdrawInvitation(space.id, id))}
        />
      ))}
    </ul>
  );
}
