import { useState } from "react";
import type { UnlockFailure } from "#core/journal/Door.ts";
import * as m from "#messages";
import { isLongEnough, NewPassphrase } from "#notebook/keys/NewPassphrase.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { notify } from "#ui/toasts.ts";
import { ProofFields } from "./ProofFields.tsx";
import { useProof } from "./useProof.ts";

/** A new passphrase, against the old one or the recovery words. */
export function ChangePassphraseDialog({
  workspace,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}) {
  const proof = useProof();
  const [next, setNext] = useState("");
  const [isTried, setTried] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const change = async () => {
    setWorking(true);
    const changed = await workspace.vault.changePassphrase(proof.proof(), next);
    setWorking(false);
    if (!changed.ok) {
      setFailure(changed.error);
      return;
    }
    notify({ text: m.settings_passphrase_changed() });
    onClose();
  };
  return (
    <Dialog title={m.settings_change_passphrase()} isOpen onClose={onClose}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isWorking && !proof.isEmpty && isLongEnough(next)) void change();
        }}
      >
        <ProofFields proof={proof} failure={failure} now={workspace.clock.now()} autoFocus />
        <NewPassphrase value={next} onChange={setNext} isTried={isTried} />
        <div className="settings__form-actions">
          <Button variant="main" type="submit" isPending={isWorking}>
            {isWorking ? m.settings_working() : m.settings_change_passphrase_action()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
