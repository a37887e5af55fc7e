import type { ProposalId } from "#core/identifiers.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { notify } from "#ui/toasts.ts";
import { asProposal } from "./asProposal.ts";

/** Moves a proposal in or out of what is deleted. Resolves to whether it is kept so. */
export async function setDeleted(
  workspace: Workspace,
  id: ProposalId,
  isDeleted: boolean,
): Promise<boolean> {
  const found = await workspace.vault.open(id);
  const proposal = found.ok ? asProposal(found.value.record) : null;
  if (!found.ok || proposal === null) return false;
  const at = workspace.clock.now();
  const next = { ...proposal, editedAt: at, deletedAt: isDeleted ? at : null };
  const saved = await workspace.vault.save([{ basis: found.value.basis, next }]);
  if (saved.ok) workspace.wrote(saved.value.mark);
  return saved.ok;
}

/** Deletes a proposal and offers to undo it. */
export async function deleteProposal(workspace: Workspace, id: ProposalId): Promise<boolean> {
  const isDone = await setDeleted(workspace, id, true);
  notify(
    isDone
      ? {
          text: m.proposals_toast_deleted(),
          undo: () =>
            void setDeleted(workspace, id, false).then((isBack) =>
              notify({
                text: isBack ? m.proposals_toast_back() : m.proposals_toast_not_back(),
              }),
            ),
        }
      : { text: m.proposals_toast_not_deleted() },
  );
  return isDone;
}
