import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { OpenedProposal } from "./OpenedProposal.tsx";
import { ProposalDraft } from "./ProposalDraft.tsx";

/** `/proposals/:id`: one proposal, to write in. */
export function ProposalPage({ workspace }: { readonly workspace: Workspace }) {
  return (
    <OpenedProposal workspace={workspace} pageName={m.proposals_page_one()}>
      {(session) => <ProposalDraft workspace={workspace} session={session} />}
    </OpenedProposal>
  );
}
