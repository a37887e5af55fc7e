import { ArrowLeft, Printer } from "lucide-react";
import { useParams, useSearchParams } from "react-router";
import * as v from "valibot";
import { idSchema, type ProposalId } from "#core/identifiers.ts";
import { proposalOutline } from "#core/proposal/proposalOutline.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { OutlineView } from "./OutlineView.tsx";
import "./PrintProposalPage.css";

const proposalId = idSchema<ProposalId>();

/** `/proposals/:id/print`: one proposal as it will be on paper, sources only with `?sources=yes`. */
export function PrintProposalPage({ workspace }: { readonly workspace: Workspace }) {
  const id = v.safeParse(proposalId, useParams().id);
  const [search, setSearch] = useSearchParams();
  const sources = search.get("sources") === "yes";
  const { data } = useReading(workspace, ["proposals"], (reader, since) => reader.proposals(since));
  const proposal = data?.find((each) => each.id === id.output && each.deletedAt === null);
  if (!proposal)
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
  const outline = proposalOutline(proposal, { sources, words: proposalWords() });
  const hasSources = proposal.problem.quotes.length + proposal.idea.quotes.length > 0;
  return (
    <>
      <PageHeader
        title={outline.title}
        pageName={m.proposals_page_print()}
        actions={
          <div className="print-ways">
            <p>{m.proposals_print_note()}</p>
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
            <div className="print-ways__buttons">
              <Button variant="main" icon={Printer} onPress={() => window.print()}>
                {m.proposals_print_now()}
              </Button>
              <LinkButton icon={ArrowLeft} to={`/proposals/${proposal.id}`}>
                {m.proposals_print_back()}
              </LinkButton>
            </div>
          </div>
        }
      />
      <article className="print-page">
        <OutlineView outline={outline} />
      </article>
    </>
  );
}
