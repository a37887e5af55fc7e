import { Download, Printer, ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { proposalMarkdown } from "#core/proposal/proposalMarkdown.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { notify } from "#ui/toasts.ts";
import { saveFile } from "./saveFile.ts";
import "./ExportCard.css";

/** "Before you share or export": a plain reminder, then the two ways out, with sources only when ticked. */
export function ExportCard({
  proposal,
  now,
}: {
  readonly proposal: Proposal;
  readonly now: number;
}) {
  const [sources, setSources] = useState(false);
  const hasSources = proposal.problem.quotes.length + proposal.idea.quotes.length > 0;
  const save = () => {
    saveFile(
      `proposal-${new Date(now).toISOString().slice(0, 10)}.md`,
      proposalMarkdown(proposal, { sources, words: proposalWords() }),
      "text/markdown;charset=utf-8",
    );
    notify({ text: m.proposals_exported() });
  };
  return (
    <Card className="export-card" id="export" aria-labelledby="export-title">
      <div className="export-card__note">
        <ShieldCheck size={24} strokeWidth={1.75} aria-hidden />
        <div>
          <h2 className="export-card__title" id="export-title">
            {m.proposals_before_title()}
          </h2>
          <p>{m.proposals_before()}</p>
        </div>
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
        <Button icon={Download} onPress={save}>
          {m.proposals_export_file()}
        </Button>
        <LinkButton
          icon={Printer}
          to={`/proposals/${proposal.id}/print${sources ? "?sources=yes" : ""}`}
        >
          {m.proposals_export_print()}
        </LinkButton>
      </div>
    </Card>
  );
}
