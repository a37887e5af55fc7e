import type { OpenInvitation } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { SixWords } from "./SixWords.tsx";

/** Somebody answered an invitation: their words are compared before they are let in. */
export function AnsweredInvitation({
  invitation,
  onAdmit,
  onRefuse,
}: {
  readonly invitation: OpenInvitation;
  readonly onAdmit: () => void;
  readonly onRefuse: () => void;
}) {
  const { answer } = invitation;
  if (answer === null) return null;
  const name = answer.name.trim() || m.team_someone();
  return (
    <li className="member">
      <div>
        <h3>{m.team_wants_to_join({ name })}</h3>
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
