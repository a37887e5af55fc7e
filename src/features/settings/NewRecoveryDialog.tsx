import { useEffect, useState } from "react";
import type { Door, UnlockFailure } from "#core/journal/Door.ts";
import * as m from "#messages";
import { NoteRecoveryWords } from "#notebook/keys/NoteRecoveryWords.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { notify } from "#ui/toasts.ts";
import { ProofFields } from "./ProofFields.tsx";
import { useProof } from "./useProof.ts";

/** Fresh recovery words; the old ones open the journal until the new ones are checked and agreed to. */
export function NewRecoveryDialog({
  workspace,
  door,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly onClose: () => void;
}) {
  const [words, setWords] = useState<readonly string[]>([]);
  const [step, setStep] = useState<"words" | "agree">("words");
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const proof = useProof();
  useEffect(() => {
    void door.recoveryWords().then(setWords);
  }, [door]);
  const replace = async () => {
    setWorking(true);
    const replaced = await workspace.vault.replaceRecoveryWords(proof.proof(), words);
    setWorking(false);
    if (!replaced.ok) {
      setFailure(replaced.error);
      return;
    }
    notify({ text: m.settings_recovery_replaced() });
    onClose();
  };
  return (
    <Dialog title={m.settings_new_recovery()} isOpen onClose={onClose}>
      {step === "words" && words.length > 0 && (
        <NoteRecoveryWords
          words={words}
          random={workspace.random}
          onRight={() => setStep("agree")}
        />
      )}
      {step === "agree" && (
        <form
          className="settings__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWorking && !proof.isEmpty) void replace();
          }}
        >
          <p>{m.settings_new_recovery_agree()}</p>
          <ProofFields proof={proof} failure={failure} now={workspace.clock.now()} autoFocus />
          <div className="settings__form-actions">
            <Button variant="main" type="submit" isPending={isWorking}>
              {isWorking ? m.settings_working() : m.settings_new_recovery_action()}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
