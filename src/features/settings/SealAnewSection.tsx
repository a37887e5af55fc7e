import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Door } from "#core/journal/Door.ts";
import type { SealingAnew } from "#core/journal/SealingAnew.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { SealAnewDialog } from "./SealAnewDialog.tsx";

/** How often the progress is looked at while there is any. */
const lookEvery = 500;

/** A new key for the journal, where one may have leaked, and how far that has come. */
export function SealAnewSection({
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
  const [isOpen, setOpen] = useState(false);
  const { data: state } = useQuery({
    queryKey: ["sealing anew", journalId],
    queryFn: async (): Promise<SealingAnew> => {
      const known = await workspace.vault.sealingAnew();
      return known.ok ? known.value : { type: "Stopped", failure: known.error };
    },
    refetchInterval: ({ state: { data } }) => (data?.type === "Done" ? false : lookEvery),
  });
  if (state === undefined) return null;
  return (
    <>
      <p className="settings__hint">{m.settings_seal_anew_hint()}</p>
      {state.type !== "Done" && <p role="status">{progressText(state)}</p>}
      {(state.type === "Done" || state.type === "OlderKeyLost") && (
        <div className="settings__row">
          <Button onPress={() => setOpen(true)}>{m.settings_seal_anew()}</Button>
        </div>
      )}
      {isOpen && (
        <SealAnewDialog
          workspace={workspace}
          door={door}
          journalId={journalId}
          isOlderKeyLost={state.type === "OlderKeyLost"}
          onSealed={onSealed}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function progressText(state: Exclude<SealingAnew, { type: "Done" }>): string {
  switch (state.type) {
    case "Elsewhere":
      return m.settings_sealing_elsewhere();
    case "OlderKeyLost":
      return m.settings_sealing_lost();
    case "Working":
      return m.settings_sealing_working({ done: state.done, total: state.total });
    case "Stopped":
      return m.settings_sealing_stopped({ why: storageFailureText(state.failure) });
  }
}
