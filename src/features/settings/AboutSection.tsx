import * as m from "#messages";
import { SettingsSection } from "./SettingsSection.tsx";

/** Which version this is, what it is made with, and its keys. */
export function AboutSection({ version }: { readonly version: string }) {
  return (
    <SettingsSection title={m.settings_about()}>
      <p>{m.settings_about_promise()}</p>
      <dl className="settings__facts">
        <dt>{m.settings_version()}</dt>
        <dd>{version}</dd>
        <dt>{m.settings_shortcut_lock()}</dt>
        <dd>
          <kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>L</kbd>
        </dd>
      </dl>
      <p>
        <a href="/THIRD_PARTY_LICENSES.txt" target="_blank" rel="noreferrer">
          {m.settings_licences()}
        </a>
      </p>
    </SettingsSection>
  );
}
