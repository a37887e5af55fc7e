import { useState } from "react";
import type { Cover } from "#core/journal/Door.ts";
import * as m from "#messages";
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
  now,
  onChanged,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly now: { readonly cover: Cover; readonly hidden: boolean };
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const [cover, setCover] = useState(now.cover);
  const [isHidden, setHidden] = useState(now.hidden);
  const [name, setName] = useState("");
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isNameless = isHidden && name.trim() === "";
  const keep = async () => {
    const set = await workspace.vault.setCover(cover, isHidden ? name.trim() : null);
    if (!set.ok) {
      setProblem(storageFailureText(set.error));
      return;
    }
    notify({ text: m.settings_cover_kept() });
    onChanged();
    onClose();
  };
  return (
    <Dialog title={m.settings_cover_title()} isOpen onClose={onClose}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isNameless) void keep();
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
            error={isTried && isNameless ? m.common_hidden_name_empty() : null}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <div className="settings__form-actions">
          <Button variant="main" type="submit">
            {m.common_keep()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
