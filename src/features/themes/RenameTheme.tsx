import { useState } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { TextField } from "#ui/TextField.tsx";

/** Gives a theme a name of the person's own, or takes it away. */
export function RenameTheme({
  name,
  terms,
  onRename,
  onClose,
}: {
  /** The name the person gave; empty where they gave none. */
  readonly name: string;
  readonly terms: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState(name);
  return (
    <Dialog
      isOpen
      title={m.themes_rename()}
      onClose={onClose}
      actions={
        <Button variant="main" onPress={() => onRename(typed)}>
          {m.themes_done()}
        </Button>
      }
    >
      <TextField
        label={m.themes_name()}
        description={m.themes_name_help()}
        placeholder={terms}
        value={typed}
        onChange={setTyped}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          // The focus goes back to the button behind, which the same key must not press.
          event.preventDefault();
          onRename(typed);
        }}
      />
    </Dialog>
  );
}
