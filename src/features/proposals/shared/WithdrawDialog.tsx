import { Download } from "lucide-react";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { saveOutline } from "../saveOutline.ts";
import { useProposalReview } from "../useProposalReview.ts";

/** Says what goes with a withdrawal, others' words too, and offers a copy first, past the identity check. */
export function WithdrawDialog({
  workspace,
  proposal,
  onWithdraw,
  onClose,
}: {
  readonly workspace: Workspace;
  /** As it stands in the team, written on by everybody. */
  readonly proposal: Proposal;
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}) {
  const { review, leaving } = useProposalReview(workspace, proposal, false);
  const { leave, question } = useBeforeLeaving(review);
  return (
    <>
      <Dialog
        isOpen
        title={m.sharing_withdraw_title()}
        onClose={onClose}
        actions={
          <>
            <Button
              icon={Download}
              isPending={review.state === "checking"}
              onPress={() => leave(() => saveOutline(leaving, workspace.clock.now()))}
            >
              {m.sharing_withdraw_copy()}
            </Button>
            <Button
              variant="danger"
              onPress={() => {
                onClose();
                onWithdraw();
              }}
            >
              {m.sharing_withdraw()}
            </Button>
          </>
        }
      >
        <p>{m.sharing_withdraw_says()}</p>
        <p>{m.sharing_withdraw_others()}</p>
        <IdentityReviewView review={review} />
      </Dialog>
      {question}
    </>
  );
}
