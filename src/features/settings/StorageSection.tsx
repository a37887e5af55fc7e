import { useEffect, useState } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { needsHomeScreen } from "./needsHomeScreen.ts";
import { SettingsSection } from "./SettingsSection.tsx";

interface StorageFacts {
  readonly isKept: boolean;
  /** Bytes the browser counts for this app, all journals and the app itself; null where it does not say. */
  readonly bytes: number | null;
}

async function lookAtStorage(): Promise<StorageFacts> {
  const [isKept, { usage }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ]);
  return { isKept, bytes: usage ?? null };
}

const megabytes = new Intl.NumberFormat("en-GB", {
  style: "unit",
  unit: "megabyte",
  maximumFractionDigits: 1,
});

/** Whether the browser has promised to keep what is here, said as it is. */
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
      {facts && (
        <p>
          {facts.isKept ? m.settings_storage_kept() : m.settings_storage_not_kept()}{" "}
          {facts.bytes !== null &&
            m.settings_storage_used({ size: megabytes.format(facts.bytes / 1e6) })}
        </p>
      )}
      {facts && !facts.isKept && (
        <Button onPress={() => void ask()}>{m.settings_storage_ask()}</Button>
      )}
      {wasRefused && <Notice>{m.settings_storage_refused()}</Notice>}
      {needsHomeScreen() ? (
        <Notice>{m.settings_install_ipad()}</Notice>
      ) : (
        <p className="settings__hint">{m.settings_storage_backup()}</p>
      )}
    </SettingsSection>
  );
}
