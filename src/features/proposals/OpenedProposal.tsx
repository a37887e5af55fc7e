import type { ReactNode } from "react";
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

const proposalId = idSchema<ProposalId>();

interface PlaceOfOne {
  readonly workspace: Workspace;
  /** The place's name, never a person's words: it stands in the browser's title. */
  readonly pageName: string;
  readonly children: (session: RecordSession<Proposal>) => ReactNode;
}

function NotThere({ pageName, children }: { readonly pageName: string; children: string }) {
  return (
    <>
      <PageHeader title={pageName} pageName={pageName} />
      <Notice actions={<LinkButton to="/proposals">{m.proposals_all()}</LinkButton>}>
        {children}
      </Notice>
    </>
  );
}

function Open({
  workspace,
  pageName,
  session,
  children,
}: PlaceOfOne & { readonly session: RecordSession<Proposal> }) {
  const { record: proposal } = useRecordState(session);
  if (proposal.deletedAt === null)
    return (
      <>
        {children(session)}
        <LeaveGuard isSaved={() => session.state().safety.type === "kept"} save={session.flush} />
      </>
    );
  return (
    <>
      <PageHeader title={pageName} pageName={pageName} />
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

function Edited({ id, ...place }: PlaceOfOne & { readonly id: ProposalId }) {
  const edited = useRecordEditor(place.workspace, id, asProposal);
  if (edited.type === "opening")
    return <PageHeader title={place.pageName} pageName={place.pageName} />;
  if (edited.type === "open") return <Open {...place} session={edited.session} />;
  switch (edited.failure.type) {
    case "NotFound":
      return <NotThere pageName={place.pageName}>{m.proposals_gone()}</NotThere>;
    case "Unreadable":
      return <NotThere pageName={place.pageName}>{m.proposals_unreadable()}</NotThere>;
    default:
      return <NotThere pageName={place.pageName}>{m.proposals_not_opened()}</NotThere>;
  }
}

/** A place about the proposal that the address names, opened to be changed and kept saved; or why it cannot be. */
export function OpenedProposal(place: PlaceOfOne) {
  const id = v.safeParse(proposalId, useParams().id);
  return id.success ? (
    <Edited key={id.output} {...place} id={id.output} />
  ) : (
    <NotThere pageName={place.pageName}>{m.proposals_gone()}</NotThere>
  );
}
