import * as m from "#messages";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";

/** Asks once more before a journal that has entries already is linked with another device. */
export function ConfirmLinking({
  isConfirming,
  onConfirm,
  onClose,
}: {
  readonly isConfirming: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  if (!isConfirming) return null;
  return (
    <ConfirmDialog
      title={m.team_device_join_title()}
      says={m.team_device_join_confirm()}
      action={m.team_device_join_done()}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
