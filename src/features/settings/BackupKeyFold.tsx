import { useState } from "react";
import type { BackupKey } from "#core/journal/Backup.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { RecoveryWordsField } from "#notebook/keys/RecoveryWordsField.tsx";
import { recoveryWordsFrom } from "#notebook/keys/recoveryWordsFrom.ts";
import { unlockFailureText } from "#notebook/keys/unlockFailureText.ts";
import { Button } from "#ui/Button.tsx";

/** What a backup is sealed to, and on demand the key that `age` opens it with. */
export function BackupKeyFold({
  door,
  recipient,
}: {
  readonly door: Door;
  readonly recipient: string | null;
}) {
  const [typed, setTyped] = useState("");
  const [key, setKey] = useState<BackupKey | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = recoveryWordsFrom(typed);
  const show = async () => {
    const made = await door.backupKey(words);
    setKey(made.ok ? made.value : null);
    setProblem(made.ok ? null : unlockFailureText(made.error, { words, now: 0 }));
    if (made.ok) setTyped("");
  };
  return (
    <details
      className="settings__fold"
      onToggle={(event) => {
        if (!event.currentTarget.open) setKey(null);
      }}
    >
      <summary>{m.settings_backup_without()}</summary>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          void show();
        }}
      >
        <p>{m.settings_backup_without_about()}</p>
        {recipient !== null && (
          <p>
            {m.settings_backup_recipient()} <code className="settings__code">{recipient}</code>
          </p>
        )}
        <RecoveryWordsField value={typed} onChange={setTyped} error={problem} />
        <div className="settings__form-actions">
          <Button type="submit">{m.settings_backup_show_key()}</Button>
        </div>
        <div role="status">
          {key && (
            <>
              <p>
                {m.settings_backup_key()} <code className="settings__code">{key.identity}</code>
              </p>
              <p className="settings__hint">{m.settings_backup_key_use()}</p>
            </>
          )}
        </div>
      </form>
    </details>
  );
}
