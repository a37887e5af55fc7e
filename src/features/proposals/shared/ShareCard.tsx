import { Users } from "lucide-react";
import { Link } from "react-router";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import "./SharePage.css";

/** Private or shared: where copies of this proposal stand, and the way to share one. */
export function ShareCard({
  workspace,
  proposal,
}: {
  readonly workspace: Workspace;
  readonly proposal: Proposal;
}) {
  const teams = (useSpaceList(workspace) ?? []).filter(({ kind }) => kind === "team");
  const { data: copies = [] } = useReading(
    workspace,
    ["sharedCopies", proposal.id, ...teams.map(({ id }) => id)],
    async (reader, since) => {
      const views = await Promise.all(teams.map(({ id }) => reader.shared(id, since)));
      return views.flatMap((view) =>
        view.proposals.filter((each) => each.source === proposal.id && each.withdrawnAt === null),
      );
    },
    { enabled: teams.length > 0 },
  );
  const nameOf = (id: string) =>
    teams.find((each) => each.id === id)?.name.trim() || m.sharing_team();
  return (
    <Card tone="team" className="share-step" aria-labelledby="share-card">
      <h2 id="share-card">{m.sharing_card()}</h2>
      {copies.length === 0 && <p>{m.sharing_card_private()}</p>}
      {copies.map((copy) => (
        <p key={copy.id}>
          <Link to={`/team/${copy.space}/proposals/${copy.id}`}>
            {m.sharing_card_shared({ team: nameOf(copy.space) })}
          </Link>
        </p>
      ))}
      <div className="share-ways">
        <LinkButton icon={Users} to={`/proposals/${proposal.id}/share`}>
          {m.sharing_share()}
        </LinkButton>
      </div>
    </Card>
  );
}
