import { useState } from "react";
import type { EntryId } from "#core/identifiers.ts";
import type { EntryLine } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { EntryChoice } from "./EntryChoice.tsx";

/** Chooses entries that do not belong to the theme. */
export function TakeOut({
  lines,
  onTakeOut,
  onClose,
}: {
  readonly lines: readonly EntryLine[];
  readonly onTakeOut: (entries: readonly EntryId[]) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly EntryId[]>([]);
  return (
    <Dialog
      isOpen
      title={m.themes_take_out_title()}
      onClose={onClose}
      actions={
        <Button variant="main" isDisabled={chosen.length === 0} onPress={() => onTakeOut(chosen)}>
          {m.themes_take_out_do({ count: chosen.length })}
        </Button>
      }
    >
      <p>{m.themes_take_out_about()}</p>
      <EntryChoice label={m.themes_entries()} lines={lines} chosen={chosen} onChange={setChosen} />
    </Dialog>
  );
}
