import { FileCheck, FolderInput, History, PenLine, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Entry } from "#core/entry/Entry.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import * as m from "#messages";
import { EntryText } from "#notebook/EntryText.tsx";
import { momentText } from "#notebook/momentText.ts";
import { useModels } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { ToggleChip } from "#ui/ToggleChip.tsx";
import { notify } from "#ui/toasts.ts";
import { binEntry, putBack } from "./binEntry.ts";
import { changeEntry } from "./changeEntry.ts";
import { EntryDetails } from "./EntryDetails.tsx";
import { EntryHistory } from "./EntryHistory.tsx";
import { EntryThemes } from "./EntryThemes.tsx";
import { Neighbours } from "./Neighbours.tsx";
import { PutInTheme } from "./PutInTheme.tsx";
import "./ReadEntryView.css";

/** An entry as it is read, with what is known of it and what may be done with it. */
export function ReadEntryView({
  workspace,
  entry,
}: {
  readonly workspace: Workspace;
  readonly entry: Entry;
}) {
  const models = useModels(workspace);
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"none" | "history" | "theme">("none");
  const isFree = entry.model === freePage.id;

  const setForAppraisal = async (forAppraisal: boolean) => {
    const saved = await changeEntry(workspace, entry.id, (now) => ({ ...now, forAppraisal }));
    if (!saved.ok) notify({ text: m.journal_failed() });
    else announce(forAppraisal ? m.journal_appraisal_on() : m.journal_appraisal_off());
  };
  const remove = async () => {
    if (await binEntry(workspace, entry.id)) navigate("/journal");
  };

  return (
    <article className="read-entry">
      <PageHeader
        eyebrow={isFree ? m.journal_entry_page() : models.nameOf(entry.model)}
        title={momentText.happened(entry.happened)}
        pageName={m.journal_entry_page()}
      />
      {entry.deletedAt !== null && (
        <Notice
          actions={
            <Button icon={Undo2} onPress={() => void putBack(workspace, entry.id)}>
              {m.journal_bin_restore()}
            </Button>
          }
        >
          {m.journal_in_bin({ day: momentText.day(entry.deletedAt) })}
        </Notice>
      )}
      <EntryText content={entry} models={models} />
      {entry.deletedAt === null && (
        <div className="read-entry__actions">
          <LinkButton icon={PenLine} to="?edit">
            {m.journal_edit()}
          </LinkButton>
          <ToggleChip
            icon={FileCheck}
            isSelected={entry.forAppraisal}
            onChange={(isOn) => void setForAppraisal(isOn)}
          >
            {m.notebook_for_appraisal()}
          </ToggleChip>
          <Button variant="quiet" icon={FolderInput} onPress={() => setDialog("theme")}>
            {m.journal_put_in_theme()}
          </Button>
          <Button variant="quiet" icon={History} onPress={() => setDialog("history")}>
            {m.journal_history()}
          </Button>
          <Button variant="quiet" icon={Trash2} onPress={() => void remove()}>
            {m.journal_delete()}
          </Button>
        </div>
      )}
      <EntryDetails entry={entry} models={models} />
      <EntryThemes workspace={workspace} id={entry.id} />
      <Neighbours workspace={workspace} id={entry.id} />
      {dialog === "history" && (
        <EntryHistory
          workspace={workspace}
          entry={entry}
          models={models}
          onClose={() => setDialog("none")}
        />
      )}
      {dialog === "theme" && (
        <PutInTheme workspace={workspace} id={entry.id} onClose={() => setDialog("none")} />
      )}
    </article>
  );
}
