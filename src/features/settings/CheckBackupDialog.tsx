import { useState } from "react";
import type { BackupCheck } from "#core/journal/Backup.ts";
import * as m from "#messages";
import { BackupContentsList } from "#notebook/backup/BackupContentsList.tsx";
import { BackupFileField } from "#notebook/backup/BackupFileField.tsx";
import { backupFailureText } from "#notebook/backup/backupFailureText.ts";
import { RecoveryWordsField } from "#notebook/keys/RecoveryWordsField.tsx";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Notice } from "#ui/Notice.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";

/** A rehearsal: opens a backup with the recovery code as a restore would, and says what came of it. */
export function CheckBackupDialog({
  workspace,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [check, setCheck] = useState<BackupCheck | null>(null);
  const words = recoveryWordsFrom(typed);
  const look = async (chosen: File) => {
    setWorking(true);
    setProblem(null);
    const checked = await workspace.vault.checkBackup(chosen, words);
    setWorking(false);
    if (checked.ok) setCheck(checked.value);
    else setProblem(backupFailureText(checked.error, words));
  };
  return (
    <Dialog title={m.settings_backup_check()} isOpen onClose={onClose}>
      {check === null ? (
        <form
          className="settings__form"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!isWorking && file !== null && words.length > 0) void look(file);
          }}
        >
          <p>{m.settings_backup_check_about()}</p>
          <BackupFileField chosen={file} onChoose={setFile} isMissing={isTried && file === null} />
          <RecoveryWordsField value={typed} onChange={setTyped} />
          {problem !== null && <Notice tone="danger">{problem}</Notice>}
          {isWorking && <ProgressBar label={m.common_backup_reading()} />}
          <div className="settings__form-actions">
            <Button variant="main" type="submit" isPending={isWorking}>
              {m.settings_backup_check_action()}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <Notice tone="ok">
            <p>{m.settings_backup_check_good()}</p>
            <p>
              {check.newerHere === 0
                ? m.settings_backup_check_same()
                : m.settings_backup_check_newer({ count: check.newerHere })}
            </p>
          </Notice>
          <BackupContentsList contents={check.contents} />
        </>
      )}
    </Dialog>
  );
}
