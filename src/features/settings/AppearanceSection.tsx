import { useState } from "react";
import * as m from "#messages";
import { appearances, chooseAppearance, chosenAppearance } from "#ui/appearance.ts";
import { RadioField } from "#ui/RadioField.tsx";
import { SettingsSection } from "./SettingsSection.tsx";

const names = {
  system: m.settings_appearance_system,
  light: m.settings_appearance_light,
  dark: m.settings_appearance_dark,
} as const;

/** Light or dark, for everyone on this device. */
export function AppearanceSection() {
  const [appearance, setAppearance] = useState(chosenAppearance);
  return (
    <SettingsSection title={m.settings_appearance()}>
      <RadioField
        label={m.settings_appearance_label()}
        items={appearances.map((id) => ({ id, label: names[id]() }))}
        value={appearance}
        onChange={(chosen) => {
          chooseAppearance(chosen);
          setAppearance(chosen);
        }}
      />
    </SettingsSection>
  );
}
