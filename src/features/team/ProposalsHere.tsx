import { tellApart } from "#core/space/memberNames.ts";
import type { OpenedProposal } from "#core/space/ProposalFiles.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { shownSpaceName } from "./shownSpaceName.ts";

/** Where a proposal of a file stands in one's teams already, by whom and since when, and the ways there. */
export function ProposalsHere({
  opened: { proposal, here },
  teams,
}: {
  readonly opened: OpenedProposal;
  readonly teams: readonly Space[];
}) {
  return here.map(({ id, space, by, createdAt }) => {
    const team = teams.find((each) => each.id === space);
    if (team === undefined) return null;
    const said = {
      team: shownSpaceName(team),
      who: tellApart(team.members).get(by) || m.team_someone(),
      day: momentText.day(createdAt),
    };
    return (
      <Notice
        key={id}
        actions={
          <LinkButton to={`/team/${space}/proposals/${id}`}>{m.team_file_open_there()}</LinkButton>
        }
      >
        {id === proposal.id ? m.team_file_from_here(said) : m.team_file_here_already(said)}
      </Notice>
    );
  });
}
