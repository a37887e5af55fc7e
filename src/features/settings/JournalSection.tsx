import { useCallback, useEffect, useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Emblem } from "#ui/Emblem.tsx";
import { CoverDialog } from "./CoverDialog.tsx";
import { SettingsSection } from "./SettingsSection.tsx";

/** What this journal is known by on this device. */
export function JournalSection({
  workspace,
  door,
  journalId,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly journalId: JournalId;
}) {
  const [now, setNow] = useState<{ readonly cover: Cover; readonly hidden: boolean } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const look = useCallback(() => workspace.vault.cover().then(setNow), [workspace]);
  useEffect(() => {
    void look();
  }, [look]);
  return (
    <SettingsSection title={m.settings_this_journal()}>
      {now && (
        <div className="settings__cover">
          <Emblem look={now.cover} />
          <p>{now.hidden ? m.settings_is_hidden() : m.settings_is_shown()}</p>
        </div>
      )}
      <Button isDisabled={now === null} onPress={() => setOpen(true)}>
        {m.settings_change_cover()}
      </Button>
      {isOpen && now && (
        <CoverDialog
          workspace={workspace}
          door={door}
          journalId={journalId}
          now={now}
          onChanged={() => void look()}
          onClose={() => setOpen(false)}
        />
      )}
    </SettingsSection>
  );
}
