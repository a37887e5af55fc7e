import { useParams } from "react-router";
import * as v from "valibot";
import { idSchema, type ProposalId } from "#core/identifiers.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { LeaveGuard } from "#notebook/LeaveGuard.tsx";
import type { RecordSession } from "#notebook/recordSession.ts";
import { useRecordEditor, useRecordState } from "#notebook/useRecordEditor.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { asProposal } from "./asProposal.ts";
import { setDeleted } from "./deleteProposal.ts";
import { ProposalDraft } from "./ProposalDraft.tsx";

const proposalId = idSchema<ProposalId>();

function NotThere({ children }: { readonly children: string }) {
  return (
    <>
      <PageHeader title={m.proposals_page_one()} pageName={m.proposals_page_one()} />
      <Notice actions={<LinkButton to="/proposals">{m.proposals_all()}</LinkButton>}>
        {children}
      </Notice>
    </>
  );
}

function OpenProposal({
  workspace,
  session,
}: {
  readonly workspace: Workspace;
  readonly session: RecordSession<Proposal>;
}) {
  const { record: proposal } = useRecordState(session);
  if (proposal.deletedAt === null)
    return (
      <>
        <ProposalDraft workspace={workspace} session={session} />
        <LeaveGuard isSaved={() => session.state().safety.type === "kept"} save={session.flush} />
      </>
    );
  return (
    <>
      <PageHeader title={m.proposals_page_one()} pageName={m.proposals_page_one()} />
      <Notice
        actions={
          <>
            <Button onPress={() => void setDeleted(workspace, proposal.id, false)}>
              {m.proposals_bring_back()}
            </Button>
            <LinkButton variant="quiet" to="/proposals">
              {m.proposals_all()}
            </LinkButton>
          </>
        }
      >
        {m.proposals_deleted()}
      </Notice>
    </>
  );
}

function EditedProposal({
  workspace,
  id,
}: {
  readonly workspace: Workspace;
  readonly id: ProposalId;
}) {
  const edited = useRecordEditor(workspace, id, asProposal);
  if (edited.type === "opening")
    return <PageHeader title={m.proposals_page_one()} pageName={m.proposals_page_one()} />;
  if (edited.type === "open")
    return <OpenProposal workspace={workspace} session={edited.session} />;
  switch (edited.failure.type) {
    case "NotFound":
      return <NotThere>{m.proposals_gone()}</NotThere>;
    case "Unreadable":
      return <NotThere>{m.proposals_unreadable()}</NotThere>;
    default:
      return <NotThere>{m.proposals_not_opened()}</NotThere>;
  }
}

/** `/proposals/:id`: one proposal, to write in. */
export function ProposalPage({ workspace }: { readonly workspace: Workspace }) {
  const id = v.safeParse(proposalId, useParams().id);
  return id.success ? (
    <EditedProposal key={id.output} workspace={workspace} id={id.output} />
  ) : (
    <NotThere>{m.proposals_gone()}</NotThere>
  );
}
