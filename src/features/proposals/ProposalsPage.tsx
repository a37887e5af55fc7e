import { Lightbulb } from "lucide-react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { shortTitle } from "#notebook/shownTitle.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Card } from "#ui/Card.tsx";
import { CardLink, CardLinks } from "#ui/CardLinks.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { DeletedProposals } from "./DeletedProposals.tsx";
import { stageAbout, stageName, stages } from "./stageName.ts";
import "./ProposalsPage.css";

function ProposalCard({ proposal, now }: { readonly proposal: Proposal; readonly now: number }) {
  const glimpse = (proposal.idea.text.trim() || proposal.problem.text.trim()).slice(0, 200);
  return (
    <CardLink to={`/proposals/${proposal.id}`} title={shortTitle(proposal)}>
      {glimpse !== "" && <span className="proposal-glimpse own-words">{glimpse}</span>}
      <span className="proposal-when">
        {m.proposals_changed({ day: momentText.dayNear(proposal.editedAt, now) })}
      </span>
    </CardLink>
  );
}

/** `/proposals`: what is being drafted, tried, used, shared or rested; nothing is scored. */
export function ProposalsPage({ workspace }: { readonly workspace: Workspace }) {
  const { data } = useReading(workspace, ["proposals"], (reader, since) => reader.proposals(since));
  const proposals = (data ?? [])
    .filter((proposal) => proposal.deletedAt === null)
    .sort((a, b) => b.editedAt - a.editedAt);
  const now = workspace.clock.now();
  return (
    <>
      <PageHeader
        title={m.proposals_title()}
        pageName={m.proposals_title()}
        eyebrow={m.proposals_eyebrow()}
        actions={
          proposals.length > 0 && (
            <LinkButton variant="main" icon={Lightbulb} to="/proposals/new">
              {m.proposals_new()}
            </LinkButton>
          )
        }
      />
      {!data && <p role="status">{m.proposals_reading()}</p>}
      {data && proposals.length === 0 && (
        <Card className="no-proposals">
          <h2>{m.proposals_empty_title()}</h2>
          <p>{m.proposals_empty()}</p>
          <div className="no-proposals__ways">
            <LinkButton variant="main" icon={Lightbulb} to="/proposals/new">
              {m.proposals_new()}
            </LinkButton>
            <LinkButton to="/themes">{m.proposals_see_themes()}</LinkButton>
          </div>
        </Card>
      )}
      {stages.map((stage) => {
        const here = proposals.filter((proposal) => proposal.stage === stage);
        return (
          here.length > 0 && (
            <section key={stage} className="proposals-stage" aria-labelledby={`stage-${stage}`}>
              <h2 id={`stage-${stage}`}>{stageName(stage)}</h2>
              <p className="proposals-stage__about">{stageAbout(stage)}</p>
              <CardLinks>
                {here.map((proposal) => (
                  <ProposalCard key={proposal.id} proposal={proposal} now={now} />
                ))}
              </CardLinks>
            </section>
          )
        );
      })}
      <DeletedProposals workspace={workspace} />
    </>
  );
}
