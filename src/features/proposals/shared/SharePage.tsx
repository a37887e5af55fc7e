import { useParams } from "react-router";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import { useSpaceList } from "#notebook/useSpaceList.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { ShareSteps } from "./ShareSteps.tsx";

/** `/proposals/:id/share`: which team, which sentences, what may identify someone, exactly what will be seen, then Share. */
export function SharePage({ workspace }: { readonly workspace: Workspace }) {
  const { id } = useParams();
  const { data: proposals } = useReading(workspace, ["proposals"], (reader, since) =>
    reader.proposals(since),
  );
  const spaces = useSpaceList(workspace);
  const proposal = proposals?.find((each) => each.id === id && each.deletedAt === null);
  const [first, ...more] =
    spaces?.filter((space) => space.kind === "team" && takesPart(space)) ?? [];
  return (
    <>
      <PageHeader title={m.sharing_title()} pageName={m.sharing_title()} />
      {proposals && !proposal && (
        <Notice actions={<LinkButton to="/proposals">{m.proposals_all()}</LinkButton>}>
          {m.proposals_gone()}
        </Notice>
      )}
      {proposal && spaces && !first && (
        <Notice actions={<LinkButton to="/team">{m.sharing_go_to_teams()}</LinkButton>}>
          {m.sharing_no_team()}
        </Notice>
      )}
      {proposal && first && (
        <ShareSteps
          key={proposal.id}
          workspace={workspace}
          proposal={proposal}
          teams={[first, ...more]}
        />
      )}
    </>
  );
}
