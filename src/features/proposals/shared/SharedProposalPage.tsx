import { useParams } from "react-router";
import * as v from "valibot";
import { sharedIdSchema } from "#core/space/identifiers.ts";
import * as m from "#messages";
import { LeaveGuard } from "#notebook/LeaveGuard.tsx";
import { useRecordEditor } from "#notebook/useRecordEditor.ts";
import { useSharedView } from "#notebook/useSharedView.ts";
import { useSpace } from "#notebook/useSpace.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { asShared } from "./asShared.ts";
import { SharedDraft } from "./SharedDraft.tsx";

function NotShared() {
  return (
    <>
      <PageHeader title={m.sharing_page_one()} pageName={m.sharing_page_one()} />
      <Notice actions={<LinkButton to="/team">{m.sharing_go_to_teams()}</LinkButton>}>
        {m.sharing_not_here()}
      </Notice>
    </>
  );
}

function OpenShared({
  workspace,
  team,
  id,
}: {
  readonly workspace: Workspace;
  readonly team: string;
  readonly id: v.InferOutput<typeof sharedIdSchema>;
}) {
  const edited = useRecordEditor(workspace, id, asShared);
  const space = useSpace(workspace, team);
  const view = useSharedView(workspace, space);
  if (edited.type === "failed" || space === null) return <NotShared />;
  if (edited.type === "opening" || !space || !view)
    return <PageHeader title={m.sharing_page_one()} pageName={m.sharing_page_one()} />;
  const { session } = edited;
  return (
    <>
      <SharedDraft workspace={workspace} session={session} space={space} view={view} />
      <LeaveGuard isSaved={() => session.state().safety.type === "kept"} save={session.flush} />
    </>
  );
}

/** `/team/:team/proposals/:id`: a proposal that a team works on together. */
export function SharedProposalPage({ workspace }: { readonly workspace: Workspace }) {
  const { team = "", id } = useParams();
  const shared = v.safeParse(sharedIdSchema, id);
  return shared.success ? (
    <OpenShared key={shared.output} workspace={workspace} team={team} id={shared.output} />
  ) : (
    <NotShared />
  );
}
