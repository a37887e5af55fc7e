import { Download, Printer, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { IdentitySummary } from "#notebook/identityCheck/IdentitySummary.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { saveOutline } from "./saveOutline.ts";
import { useProposalReview } from "./useProposalReview.ts";
import "./ExportCard.css";

/**
 * "Before you share or export": what may identify someone, then the two ways out, with sources only when
 * ticked. Where something is still to look at, saving leads past it first.
 */
export function ExportCard({
  workspace,
  proposal,
  now,
}: {
  readonly workspace: Workspace;
  readonly proposal: Proposal;
  readonly now: number;
}) {
  const [sources, setSources] = useState(false);
  const navigate = useNavigate();
  const { review, leaving } = useProposalReview(workspace, proposal, sources);
  const hasSources = proposal.problem.quotes.length + proposal.idea.quotes.length > 0;
  const way = `/proposals/${proposal.id}/print${sources ? "?sources=yes" : ""}`;
  const save = () => {
    if (review.open > 0) void navigate(way);
    else saveOutline(leaving, now);
  };
  return (
    <Card className="export-card" id="export" aria-labelledby="export-title">
      <div className="export-card__note">
        <ShieldCheck size={24} strokeWidth={1.75} aria-hidden />
        <div>
          <h2 className="export-card__title" id="export-title">
            {m.proposals_before_title()}
          </h2>
          <IdentitySummary review={review} />
        </div>
        {review.open > 0 && <LinkButton to={way}>{m.proposals_check_them()}</LinkButton>}
      </div>
      {hasSources && (
        <CheckField
          description={m.proposals_sources_tick_help()}
          isSelected={sources}
          onChange={setSources}
        >
          {m.proposals_sources_tick()}
        </CheckField>
      )}
      <div className="export-card__ways">
        <Button icon={Download} isPending={review.state === "checking"} onPress={save}>
          {m.proposals_export_file()}
        </Button>
        <LinkButton icon={Printer} to={way}>
          {m.proposals_export_print()}
        </LinkButton>
      </div>
    </Card>
  );
}
