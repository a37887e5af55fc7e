import { useEffect, useState } from "react";
import * as m from "#messages";
import { bytesText, lookAtStorage, type StorageFacts } from "#notebook/storageFacts.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { needsHomeScreen } from "./needsHomeScreen.ts";
import { SettingsSection } from "./SettingsSection.tsx";

/** Whether the browser has promised to keep what is here, how much that is, and what it may do, said as it is. */
export function StorageSection() {
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const [wasRefused, setRefused] = useState(false);
  useEffect(() => {
    void lookAtStorage().then(setFacts);
  }, []);
  const ask = async () => {
    const isKept = await navigator.storage.persist();
    setRefused(!isKept);
    setFacts(await lookAtStorage());
  };
  return (
    <SettingsSection title={m.settings_storage()}>
      {facts && <p>{facts.isKept ? m.settings_storage_kept() : m.settings_storage_not_kept()}</p>}
      {facts && facts.used !== null && (
        <p>
          {m.settings_storage_used({ size: bytesText(facts.used) })}{" "}
          {facts.left !== null && m.settings_storage_left({ size: bytesText(facts.left) })}
        </p>
      )}
      {facts?.isShort === true && <Notice>{m.notebook_storage_short()}</Notice>}
      {facts && !facts.isKept && (
        <Button onPress={() => void ask()}>{m.settings_storage_ask()}</Button>
      )}
      {wasRefused && <Notice>{m.settings_storage_refused()}</Notice>}
      {needsHomeScreen() && <Notice>{m.settings_install_ipad()}</Notice>}
      <p className="settings__hint">{m.settings_storage_may()}</p>
      <p className="settings__hint">{m.settings_storage_backup()}</p>
    </SettingsSection>
  );
}
