import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

/** Asks before something that cannot be taken back, and says what it means. */
export function ConfirmDialog({
  title,
  says,
  action,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly says: string;
  /** What the button says: the act, not "OK". */
  readonly action: string;
  /** The dialog closes by itself. */
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <Button variant="danger" onPress={confirm}>
          {action}
        </Button>
      }
    >
      <p>{says}</p>
    </Dialog>
  );
}
