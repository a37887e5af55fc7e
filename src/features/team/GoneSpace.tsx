import { Users } from "lucide-react";
import * as m from "#messages";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";

/** An address of a team that this journal is not in. */
export function GoneSpace() {
  return (
    <>
      <PageHeader title={m.team_not_here()} pageName={m.team_not_here()} />
      <p>{m.team_not_here_hint()}</p>
      <LinkButton variant="main" icon={Users} to="/team">
        {m.team_go_to_teams()}
      </LinkButton>
    </>
  );
}
