import { ArrowLeft, Download, Printer } from "lucide-react";
import { useParams, useSearchParams } from "react-router";
import * as v from "valibot";
import { idSchema, type ProposalId } from "#core/identifiers.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { OutlineView } from "#notebook/OutlineView.tsx";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { saveOutline } from "./saveOutline.ts";
import { useProposalReview } from "./useProposalReview.ts";
import "./PrintProposalPage.css";

const proposalId = idSchema<ProposalId>();

function LeavingProposal({
  workspace,
  proposal,
}: {
  readonly workspace: Workspace;
  readonly proposal: Proposal;
}) {
  const [search, setSearch] = useSearchParams();
  const sources = search.get("sources") === "yes";
  const { review, leaving } = useProposalReview(workspace, proposal, sources);
  const { leave, question } = useBeforeLeaving(review);
  const hasSources = proposal.problem.quotes.length + proposal.idea.quotes.length > 0;
  return (
    <>
      <PageHeader
        title={leaving.title}
        pageName={m.proposals_page_print()}
        actions={
          <div className="print-ways">
            {hasSources && (
              <CheckField
                description={m.proposals_sources_tick_help()}
                isSelected={sources}
                onChange={(isTicked) =>
                  setSearch(isTicked ? { sources: "yes" } : {}, { replace: true })
                }
              >
                {m.proposals_sources_tick()}
              </CheckField>
            )}
            <IdentityReviewView review={review} />
            <p>{m.proposals_print_note()}</p>
            <div className="print-ways__buttons">
              <Button
                variant="main"
                icon={Printer}
                isPending={review.state === "checking"}
                onPress={() => leave(() => window.print())}
              >
                {m.proposals_print_now()}
              </Button>
              <Button
                icon={Download}
                isPending={review.state === "checking"}
                onPress={() => leave(() => saveOutline(leaving, workspace.clock.now()))}
              >
                {m.proposals_export_file()}
              </Button>
              <LinkButton variant="quiet" icon={ArrowLeft} to={`/proposals/${proposal.id}`}>
                {m.proposals_print_back()}
              </LinkButton>
            </div>
          </div>
        }
      />
      {question}
      <article className="print-page">
        <OutlineView outline={leaving} />
      </article>
    </>
  );
}

/** `/proposals/:id/print`: the check, and one proposal exactly as it will leave, sources only with `?sources=yes`. */
export function PrintProposalPage({ workspace }: { readonly workspace: Workspace }) {
  const id = v.safeParse(proposalId, useParams().id);
  const { data } = useReading(workspace, ["proposals"], (reader, since) => reader.proposals(since));
  const proposal = data?.find((each) => each.id === id.output && each.deletedAt === null);
  if (proposal) return <LeavingProposal workspace={workspace} proposal={proposal} />;
  return (
    <>
      <PageHeader title={m.proposals_page_print()} pageName={m.proposals_page_print()} />
      {data && (
        <Notice actions={<LinkButton to="/proposals">{m.proposals_all()}</LinkButton>}>
          {m.proposals_gone()}
        </Notice>
      )}
    </>
  );
}
