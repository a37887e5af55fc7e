import { ChartLine } from "lucide-react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import "./ChartLink.css";

/** On the proposal: the way to its charts, or to a first one. */
export function ChartLink({ proposal }: { readonly proposal: Proposal }) {
  const { measures } = proposal.measuring;
  return (
    <Card className="chart-link" aria-labelledby="chart-link">
      <div className="chart-link__words">
        <h2 className="chart-link__title" id="chart-link">
          {m.charts_link_title()}
        </h2>
        {measures.length === 0 ? (
          <p className="chart-link__about">{m.charts_link_about()}</p>
        ) : (
          <p className="own-words">
            {measures.map(({ name }) => name.trim() || m.charts_untitled()).join(" · ")}
          </p>
        )}
      </div>
      <LinkButton icon={ChartLine} to={`/proposals/${proposal.id}/chart`}>
        {measures.length === 0 ? m.charts_link_begin() : m.charts_link_open()}
      </LinkButton>
    </Card>
  );
}
