import { FileInput, FileOutput, MonitorSmartphone, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { ReflectiveNotes } from "#notebook/keys/ReflectiveNotes.tsx";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { AboutSection } from "./AboutSection.tsx";
import { AppearanceSection } from "./AppearanceSection.tsx";
import { BackupSection } from "./BackupSection.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { JournalSection } from "./JournalSection.tsx";
import { KeysSection } from "./KeysSection.tsx";
import { LockSection } from "./LockSection.tsx";
import { readFailureText } from "./readFailureText.ts";
import { SetAsideSection } from "./SetAsideSection.tsx";
import { SettingsSection } from "./SettingsSection.tsx";
import { StorageSection } from "./StorageSection.tsx";
import { savePreferences } from "./savePreferences.ts";

/** Settings: what belongs to this journal and to this device. */
export function SettingsPage({
  workspace,
  version,
  example,
  door,
  journalId,
  onLock,
  onSealed,
  onErased,
}: {
  readonly workspace: Workspace;
  readonly version: string;
  /** Where an example journal is offered or removed. */
  readonly example: ReactNode;
  readonly door: Door;
  /** Which journal is open. */
  readonly journalId: JournalId;
  readonly onLock: () => void;
  /** The journal has a new key: it locks everywhere, at once. */
  readonly onSealed: () => void;
  /** The journal is gone: leave it. */
  readonly onErased: () => void;
}) {
  const preferences = useReading(workspace, ["preferences"], (reader, since) =>
    reader.preferences(since),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [isErasing, setErasing] = useState(false);
  const change = async (choice: Parameters<typeof savePreferences>[1]) => {
    const saved = await savePreferences(workspace, choice);
    setProblem(saved.ok ? null : readFailureText(saved.error));
    await preferences.refetch();
  };
  return (
    <>
      <PageHeader title={m.settings_title()} pageName={m.settings_title()} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {preferences.data && (
        <LockSection
          preferences={preferences.data}
          onChange={(lockMinutes) => void change({ lockMinutes })}
          onLock={onLock}
          onShared={() => void door.forgetDevice()}
        />
      )}
      <JournalSection workspace={workspace} door={door} journalId={journalId} />
      <KeysSection workspace={workspace} door={door} journalId={journalId} onSealed={onSealed} />
      <BackupSection workspace={workspace} door={door} />
      <SettingsSection title={m.team_devices()}>
        <p className="settings__hint">{m.team_devices_hint()}</p>
        <LinkButton to="/settings/devices" icon={MonitorSmartphone}>
          {m.team_devices_open()}
        </LinkButton>
      </SettingsSection>
      <AppearanceSection />
      {preferences.data && (
        <SettingsSection title={m.settings_reminders()}>
          <CheckField
            isSelected={preferences.data.reminders}
            onChange={(reminders) => void change({ reminders })}
            description={m.settings_reminders_hint()}
          >
            {m.settings_reminders_show()}
          </CheckField>
        </SettingsSection>
      )}
      <StorageSection />
      <SettingsSection title={m.settings_in_and_out()}>
        <p className="settings__hint">{m.settings_in_and_out_hint()}</p>
        <div className="settings__row">
          <LinkButton to="/settings/import" icon={FileInput}>
            {m.settings_import()}
          </LinkButton>
          <LinkButton to="/settings/export" icon={FileOutput}>
            {m.settings_export()}
          </LinkButton>
        </div>
        {example}
      </SettingsSection>
      <SetAsideSection workspace={workspace} />
      <SettingsSection title={m.common_notes_title()}>
        <details className="settings__fold">
          <summary>{m.settings_read_note()}</summary>
          <ReflectiveNotes />
        </details>
      </SettingsSection>
      <AboutSection version={version} />
      <SettingsSection title={m.settings_erase()}>
        <p className="settings__hint">{m.settings_erase_hint()}</p>
        <Button variant="danger" icon={Trash2} onPress={() => setErasing(true)}>
          {m.settings_erase()}
        </Button>
        {isErasing && (
          <EraseDialog
            workspace={workspace}
            onErased={onErased}
            onClose={() => setErasing(false)}
          />
        )}
      </SettingsSection>
    </>
  );
}
