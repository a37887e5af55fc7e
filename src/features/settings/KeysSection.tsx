import { useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ChangePassphraseDialog } from "./ChangePassphraseDialog.tsx";
import { NewRecoveryDialog } from "./NewRecoveryDialog.tsx";
import { SealAnewSection } from "./SealAnewSection.tsx";
import { SettingsSection } from "./SettingsSection.tsx";
import { WaysSection } from "./WaysSection.tsx";

/** The ways to unlock this journal. */
export function KeysSection({
  workspace,
  door,
  journalId,
  onSealed,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly journalId: JournalId;
  readonly onSealed: () => void;
}) {
  const [open, setOpen] = useState<"passphrase" | "recovery" | null>(null);
  const close = () => setOpen(null);
  return (
    <SettingsSection title={m.settings_ways_to_unlock()}>
      <p className="settings__hint">{m.settings_ways_hint()}</p>
      <div className="settings__row">
        <Button onPress={() => setOpen("passphrase")}>{m.settings_change_passphrase()}</Button>
        <Button onPress={() => setOpen("recovery")}>{m.settings_new_recovery()}</Button>
      </div>
      <WaysSection workspace={workspace} door={door} journalId={journalId} />
      <SealAnewSection
        workspace={workspace}
        door={door}
        journalId={journalId}
        onSealed={onSealed}
      />
      {open === "passphrase" && <ChangePassphraseDialog workspace={workspace} onClose={close} />}
      {open === "recovery" && (
        <NewRecoveryDialog workspace={workspace} door={door} onClose={close} />
      )}
    </SettingsSection>
  );
}
