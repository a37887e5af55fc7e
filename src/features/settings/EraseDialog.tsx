import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { UnlockFailure } from "#core/journal/Door.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Notice } from "#ui/Notice.tsx";
import { ProofFields } from "./ProofFields.tsx";
import { useProof } from "./useProof.ts";

/** Erases the journal from this device, once its owner has shown that it is theirs. */
export function EraseDialog({
  workspace,
  onErased,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly onErased: () => void;
  readonly onClose: () => void;
}) {
  const proof = useProof();
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const erase = async () => {
    setWorking(true);
    const erased = await workspace.vault.eraseJournal(proof.proof());
    if (erased.ok) {
      onErased();
      return;
    }
    setWorking(false);
    setFailure(erased.error);
  };
  return (
    <Dialog title={m.settings_erase()} isOpen onClose={onClose}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWorking && !proof.isEmpty) void erase();
        }}
      >
        <Notice tone="danger">{m.settings_erase_warning()}</Notice>
        <ProofFields proof={proof} failure={failure} now={workspace.clock.now()} autoFocus />
        <div className="settings__form-actions">
          <Button variant="quiet" onPress={onClose}>
            {m.common_cancel()}
          </Button>
          <Button variant="danger" icon={Trash2} type="submit" isPending={isWorking}>
            {isWorking ? m.settings_working() : m.settings_erase_action()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
