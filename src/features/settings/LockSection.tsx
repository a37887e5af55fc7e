import { Lock } from "lucide-react";
import type { Preferences } from "#core/preferences/Preferences.ts";
import * as m from "#messages";
import { mostSharedMinutes, setSharedDevice, useSharedDevice } from "#notebook/sharedDevice.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { SettingsSection } from "./SettingsSection.tsx";

const allMinutes = Array.from({ length: 15 }, (_, index) => index + 1);

/** Locking now, and by itself. */
export function LockSection({
  preferences,
  onChange,
  onLock,
  onShared,
}: {
  readonly preferences: Preferences;
  readonly onChange: (lockMinutes: number) => void;
  readonly onLock: () => void;
  /** Somebody said that others use this device, too. */
  readonly onShared: () => void;
}) {
  const isShared = useSharedDevice();
  const minutes = isShared ? allMinutes.slice(0, mostSharedMinutes) : allMinutes;
  const chosen = Math.min(preferences.lockMinutes, minutes.length);
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
          value={String(chosen)}
          onChange={(count) => onChange(Number(count))}
        />
      </div>
      <p className="settings__hint">{m.settings_lock_hint()}</p>
      <CheckField
        isSelected={isShared}
        onChange={(shared) => {
          setSharedDevice(shared);
          if (shared) onShared();
        }}
        description={m.common_shared_device_hint()}
      >
        {m.common_shared_device()}
      </CheckField>
    </SettingsSection>
  );
}
