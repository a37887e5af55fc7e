import { Download } from "lucide-react";
import { namesWithin } from "#core/identity/namesWithin.ts";
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
  known,
  onWithdraw,
  onClose,
}: {
  readonly workspace: Workspace;
  /** As it stands in the team, written on by everybody. */
  readonly proposal: Proposal;
  /** What the team's members are called: in the copy they are told of in one line, and not marked. */
  readonly known: readonly string[];
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}) {
  const { review, leaving } = useProposalReview(workspace, proposal, false, known);
  const named = known.filter((name) =>
    review.texts.some(({ text }) => namesWithin(text, [name]).length > 0),
  );
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
        {named.length > 0 && (
          <p>
            {m.sharing_withdraw_names({
              who: new Intl.ListFormat(m.notebook_locale()).format(named),
            })}
          </p>
        )}
        <IdentityReviewView review={review} />
      </Dialog>
      {question}
    </>
  );
}
