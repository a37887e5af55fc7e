import { useState } from "react";
import type { EntryId } from "#core/identifiers.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { TextField } from "#ui/TextField.tsx";
import { EntryChoice } from "./EntryChoice.tsx";

/** As many as can be looked through; typing more narrows them. */
const most = 12;

/** Finds entries that belong to the theme, too, and chooses among them. */
export function PutIn({
  workspace,
  inside,
  onPutIn,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly inside: readonly EntryId[];
  readonly onPutIn: (entries: readonly EntryId[]) => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<readonly EntryId[]>([]);
  const words = typed.trim();
  const { data: lines } = useReading(
    workspace,
    ["putIn", words, inside, chosen],
    async (reader, since) => {
      const found =
        words === "" ? await reader.timeline({}, since) : await reader.find(words, {}, since);
      const others = found.ids.filter((id) => !inside.includes(id) && !chosen.includes(id));
      return reader.lines([...chosen, ...others.slice(0, most)], since);
    },
    { keepLast: true },
  );
  return (
    <Dialog
      isOpen
      title={m.themes_put_in_title()}
      onClose={onClose}
      actions={
        <Button variant="main" isDisabled={chosen.length === 0} onPress={() => onPutIn(chosen)}>
          {m.themes_put_in_do({ count: chosen.length })}
        </Button>
      }
    >
      <TextField
        label={m.themes_put_in_search()}
        description={m.themes_put_in_about()}
        type="search"
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      {lines && lines.length > 0 && (
        <EntryChoice
          label={words === "" ? m.themes_put_in_latest() : m.themes_put_in_found()}
          lines={lines}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
      <p role="status">{lines && lines.length === 0 ? m.themes_put_in_none() : ""}</p>
    </Dialog>
  );
}
