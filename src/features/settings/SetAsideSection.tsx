import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import * as m from "#messages";
import { download } from "#notebook/saving/download.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { SettingsSection } from "./SettingsSection.tsx";

type SetAside = readonly { readonly id: string; readonly bytes: Uint8Array }[];

const base64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

function saveAsItIs(rows: SetAside): void {
  const text = JSON.stringify({
    about: m.settings_set_aside_file_about(),
    rows: rows.map(({ id, bytes }) => ({ id, sealed: base64(bytes) })),
  });
  download(new File([text], m.settings_set_aside_file_name(), { type: "application/json" }));
}

/** Rows that do not open, if there are any: kept, told, and to be had as they are. */
export function SetAsideSection({ workspace }: { readonly workspace: Workspace }) {
  const [rows, setRows] = useState<SetAside>([]);
  const { data: readiness } = useReading(workspace, ["readiness"], (reader) => reader.readiness());
  const found = readiness?.unreadable;
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the reader has found more
  useEffect(() => {
    let isStopped = false;
    void workspace.vault.unreadable().then((all) => {
      if (!isStopped) setRows(all);
    });
    return () => {
      isStopped = true;
    };
  }, [workspace, found]);
  if (rows.length === 0) return null;
  return (
    <SettingsSection title={m.settings_set_aside()}>
      <p>{m.settings_set_aside_hint({ count: rows.length })}</p>
      <Button icon={Download} onPress={() => saveAsItIs(rows)}>
        {m.settings_set_aside_save()}
      </Button>
    </SettingsSection>
  );
}
