import { useState } from "react";
import * as m from "#messages";
import { longestTitle } from "#notebook/shownTitle.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { TextField } from "#ui/TextField.tsx";

/** Gives a proposal another title. */
export function RenameDialog({
  title,
  onRename,
  onClose,
}: {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState(title);
  const done = () => onRename(typed.trim());
  return (
    <Dialog
      isOpen
      title={m.proposals_rename()}
      onClose={onClose}
      actions={
        <Button variant="main" onPress={done}>
          {m.proposals_rename_done()}
        </Button>
      }
    >
      <TextField
        label={m.proposals_field_title()}
        description={m.proposals_field_title_help()}
        value={typed}
        maxLength={longestTitle}
        onChange={setTyped}
        autoFocus
        enterKeyHint="done"
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          // The focus goes back to the button behind, which the same key must not press.
          event.preventDefault();
          done();
        }}
      />
    </Dialog>
  );
}
