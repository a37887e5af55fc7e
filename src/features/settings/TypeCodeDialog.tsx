import { useState } from "react";
import type { UnlockFailure } from "#core/journal/Door.ts";
import * as m from "#messages";
import { RecoveryWordsField } from "#notebook/keys/RecoveryWordsField.tsx";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";
import { unlockFailureText } from "#notebook/keys/unlockFailureText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";

/** Asks once for the recovery code of a journal that is older than backups. */
export function TypeCodeDialog({
  workspace,
  onKnown,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly onKnown: () => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const [isWorking, setWorking] = useState(false);
  const words = recoveryWordsFrom(typed);
  const use = async () => {
    setWorking(true);
    const proved = await workspace.vault.proveRecoveryCode(words);
    setWorking(false);
    if (!proved.ok) {
      setFailure(proved.error);
      return;
    }
    onKnown();
    onClose();
  };
  return (
    <Dialog title={m.settings_backup_type_code()} isOpen onClose={onClose}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWorking && words.length > 0) void use();
        }}
      >
        <p>{m.settings_backup_type_code_about()}</p>
        <RecoveryWordsField
          value={typed}
          onChange={setTyped}
          error={failure && unlockFailureText(failure, { words, now: workspace.clock.now() })}
          autoFocus
        />
        <div className="settings__form-actions">
          <Button variant="main" type="submit" isPending={isWorking}>
            {isWorking ? m.settings_working() : m.settings_backup_type_code_action()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
