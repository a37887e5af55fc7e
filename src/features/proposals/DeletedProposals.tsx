import { Undo2 } from "lucide-react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import { shortTitle } from "#notebook/shownTitle.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { FoldedItem, FoldedList } from "#ui/FoldedList.tsx";
import { notify } from "#ui/toasts.ts";
import { setDeleted } from "./deleteProposal.ts";

/** What was deleted in the last thirty days, folded away, each with a way to bring it back. Nothing where there is none. */
export function DeletedProposals({ workspace }: { readonly workspace: Workspace }) {
  const { data } = useReading(workspace, ["deletedProposals"], (reader, since) =>
    reader.deletedProposals(since),
  );
  if (!data || data.length === 0) return null;
  const bringBack = async ({ id }: Proposal) => {
    const isBack = await setDeleted(workspace, id, false);
    notify({ text: isBack ? m.proposals_toast_back() : m.proposals_toast_not_back() });
  };
  const now = workspace.clock.now();
  return (
    <FoldedList
      summary={m.proposals_deleted_list({ count: data.length })}
      about={m.proposals_deleted_about()}
    >
      {data.map((proposal) => (
        <FoldedItem
          key={proposal.id}
          to={`/proposals/${proposal.id}`}
          name={shortTitle(proposal)}
          when={
            proposal.deletedAt === null
              ? null
              : m.proposals_deleted_when({ day: momentText.dayNear(proposal.deletedAt, now) })
          }
          action={
            <Button
              icon={Undo2}
              aria-label={m.proposals_bring_back_about({ title: shortTitle(proposal) })}
              onPress={() => void bringBack(proposal)}
            >
              {m.proposals_bring_back()}
            </Button>
          }
        />
      ))}
    </FoldedList>
  );
}
