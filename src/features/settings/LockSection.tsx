import { Lock } from "lucide-react";
import type { Preferences } from "#core/preferences/Preferences.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { SettingsSection } from "./SettingsSection.tsx";

const minutes = Array.from({ length: 15 }, (_, index) => index + 1);

/** Locking now, and by itself. */
export function LockSection({
  preferences,
  onChange,
  onLock,
}: {
  readonly preferences: Preferences;
  readonly onChange: (lockMinutes: number) => void;
  readonly onLock: () => void;
}) {
  return (
    <SettingsSection title={m.settings_lock()}>
      <Button icon={Lock} onPress={onLock}>
        {m.settings_lock_now()}
      </Button>
      <div className="settings__minutes">
        <SelectField
          label={m.settings_lock_after()}
          items={minutes.map((count) => ({
            id: String(count),
            label: m.common_minutes({ count }),
          }))}
          value={String(preferences.lockMinutes)}
          onChange={(count) => onChange(Number(count))}
        />
      </div>
      <p className="settings__hint">{m.settings_lock_hint()}</p>
    </SettingsSection>
  );
}
