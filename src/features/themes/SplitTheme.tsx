import { useState } from "react";
import type { EntryId } from "#core/identifiers.ts";
import type { EntryLine } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { TextField } from "#ui/TextField.tsx";
import { EntryChoice } from "./EntryChoice.tsx";

/** Chooses the entries that are about something else, and may name what they are about. */
export function SplitTheme({
  lines,
  onSplit,
  onClose,
}: {
  readonly lines: readonly EntryLine[];
  readonly onSplit: (entries: readonly EntryId[], name: string) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly EntryId[]>([]);
  const [name, setName] = useState("");
  const isAll = chosen.length === lines.length;
  return (
    <Dialog
      isOpen
      title={m.themes_split_title()}
      onClose={onClose}
      actions={
        <Button
          variant="main"
          isDisabled={chosen.length === 0 || isAll}
          onPress={() => onSplit(chosen, name)}
        >
          {m.themes_split_do({ count: chosen.length })}
        </Button>
      }
    >
      <p>{m.themes_split_about()}</p>
      <EntryChoice label={m.themes_entries()} lines={lines} chosen={chosen} onChange={setChosen} />
      <p role="status">{isAll ? m.themes_split_all() : ""}</p>
      <TextField
        label={m.themes_split_name()}
        description={m.themes_name_help()}
        value={name}
        onChange={setName}
      />
    </Dialog>
  );
}
