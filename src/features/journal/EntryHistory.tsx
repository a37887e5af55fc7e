import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import type { Entry, EntryContent } from "#core/entry/Entry.ts";
import * as m from "#messages";
import { EntryText } from "#notebook/EntryText.tsx";
import { momentText } from "#notebook/momentText.ts";
import type { Models } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { notify } from "#ui/toasts.ts";
import { changeEntry } from "./changeEntry.ts";
import "./EntryHistory.css";

/** What of an earlier version comes back: all that the person wrote and said, not when it was made. */
const contentOf = (entry: Entry): EntryContent => ({
  model: entry.model,
  parts: entry.parts,
  happened: entry.happened,
  feeling: entry.feeling,
  tags: entry.tags,
  setting: entry.setting,
  roles: entry.roles,
  forAppraisal: entry.forAppraisal,
});

/** Earlier versions of an entry, newest first, any of which may be brought back. */
export function EntryHistory({
  workspace,
  entry,
  models,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly entry: Entry;
  readonly models: Models;
  readonly onClose: () => void;
}) {
  const asked = useQuery({
    queryKey: ["history", entry.id, entry.editedAt],
    queryFn: () => workspace.vault.history(entry.id),
    gcTime: 0,
  });
  const versions = asked.data?.ok ? asked.data.value : [];
  const restore = async (version: Entry) => {
    const saved = await changeEntry(
      workspace,
      entry.id,
      (now) => ({ ...now, ...contentOf(version) }),
      true,
    );
    notify({ text: saved.ok ? m.journal_history_restored() : m.journal_failed() });
    if (saved.ok) onClose();
  };
  return (
    <Dialog title={m.journal_history_of()} isOpen onClose={onClose}>
      {asked.data && versions.length === 0 && <p>{m.journal_history_none()}</p>}
      <ol className="versions">
        {versions.map(({ number, record }) => {
          if (record.kind !== "entry") return null;
          const when = momentText.dayAndTime(record.editedAt);
          return (
            <li key={number}>
              <details className="versions__version">
                <summary>{m.journal_history_version({ when })}</summary>
                <EntryText content={record} models={models} />
                <Button icon={RotateCcw} onPress={() => void restore(record)}>
                  {m.journal_history_restore()}
                </Button>
              </details>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
