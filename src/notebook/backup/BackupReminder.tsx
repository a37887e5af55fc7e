import { useState } from "react";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import "./BackupReminder.css";

/** One quiet line when much is on this device only; "Later" puts it off until clearly more is. */
export function BackupReminder({ workspace }: { readonly workspace: Workspace }) {
  const [isPutOff, setPutOff] = useState(false);
  const readiness = useReading(workspace, ["readiness"], (reader) => reader.readiness());
  const isLoaded = readiness.data !== undefined && readiness.data.loaded >= readiness.data.total;
  // Counted once everything is loaded: nobody waits for this.
  const { data } = useReading(workspace, ["backup"], () => workspace.vault.backupState(), {
    enabled: isLoaded && !isPutOff,
  });
  if (isPutOff || !data?.ok || !data.value.isWorthMentioning) return null;
  return (
    <section className="backup-reminder" aria-label={m.settings_backup()}>
      <p>{m.notebook_backup_worth({ count: data.value.atRisk })}</p>
      <div className="backup-reminder__actions">
        <LinkButton to="/settings#backup" variant="outline">
          {m.notebook_backup_make()}
        </LinkButton>
        <Button
          variant="quiet"
          onPress={() => {
            setPutOff(true);
            void workspace.vault.putOffBackup();
          }}
        >
          {m.notebook_backup_later()}
        </Button>
      </div>
    </section>
  );
}
