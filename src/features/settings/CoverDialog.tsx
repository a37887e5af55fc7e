import { useState } from "react";
import type { JournalId } from "#core/identifiers.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Door } from "#core/journal/Door.ts";
import * as m from "#messages";
import { hiddenNameProblem } from "#notebook/keys/hiddenNameProblem.ts";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { EmblemPicker } from "#ui/EmblemPicker.tsx";
import { Notice } from "#ui/Notice.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";

/** Another cover, or whether it is shown at all. */
export function CoverDialog({
  workspace,
  door,
  journalId,
  now,
  onChanged,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly journalId: JournalId;
  readonly now: { readonly cover: Cover; readonly hidden: boolean };
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const [cover, setCover] = useState(now.cover);
  const [isHidden, setHidden] = useState(now.hidden);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const keep = async () => {
    setWorking(true);
    const work = change();
    // Whoever locks because somebody comes expects it to be hidden.
    const finished = workspace.beforeLock(() => work.then(() => true), "promised");
    await work.finally(finished);
    setWorking(false);
  };
  const change = async () => {
    const wrong = isHidden ? await hiddenNameProblem(door, name, journalId) : null;
    setNameProblem(wrong);
    if (wrong === null) await set();
  };
  const set = async () => {
    const done = await workspace.vault.setCover(cover, isHidden ? name.trim() : null);
    if (!done.ok) {
      setProblem(storageFailureText(done.error));
      return;
    }
    notify({ text: isHidden ? m.settings_cover_hidden() : m.settings_cover_kept() });
    onChanged();
    onClose();
  };
  return (
    <Dialog title={m.settings_cover_title()} isOpen onClose={onClose}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWorking) void keep();
        }}
      >
        <EmblemPicker
          symbolLabel={m.common_cover_symbol()}
          colourLabel={m.common_cover_colour()}
          value={cover}
          onChange={setCover}
        />
        <CheckField isSelected={isHidden} onChange={setHidden} description={m.common_hide_hint()}>
          {m.common_hide_journal()}
        </CheckField>
        {isHidden && (
          <TextField
            label={m.common_hidden_name()}
            description={now.hidden ? m.settings_hidden_name_again() : m.common_hidden_name_hint()}
            value={name}
            onChange={setName}
            error={nameProblem}
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <div className="settings__form-actions">
          <Button variant="main" type="submit" isPending={isWorking}>
            {isWorking ? m.settings_working() : m.common_keep()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
