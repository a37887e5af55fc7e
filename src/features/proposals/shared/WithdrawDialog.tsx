import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";

/** Asks before a proposal is withdrawn, and says what that can and cannot take back. */
export function WithdrawDialog({
  onWithdraw,
  onClose,
}: {
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      isOpen
      title={m.sharing_withdraw_title()}
      onClose={onClose}
      actions={
        <Button variant="danger" onPress={onWithdraw}>
          {m.sharing_withdraw()}
        </Button>
      }
    >
      <p>{m.sharing_withdraw_says()}</p>
    </Dialog>
  );
}
