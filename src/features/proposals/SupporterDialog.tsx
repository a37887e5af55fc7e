import { useState } from "react";
import type { Supporter } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";

/** Who helps, in what part, and what they know or bring. */
export function SupporterDialog({
  supporter,
  isNew,
  onSave,
  onRemove,
  onClose,
}: {
  readonly supporter: Supporter;
  readonly isNew: boolean;
  readonly onSave: (supporter: Supporter) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const [who, setWho] = useState(supporter.who);
  const [part, setPart] = useState(supporter.part);
  const [brings, setBrings] = useState(supporter.brings);
  const parts = proposalWords().supporterParts;
  const isBlank = who.trim() === "" && brings.trim() === "";
  const save = () => {
    if (isBlank) onClose();
    else onSave({ ...supporter, who: who.trim(), part, brings: brings.trim() });
  };
  return (
    <Dialog
      isOpen
      title={isNew ? m.proposals_supporter_dialog_new() : m.proposals_supporter_dialog()}
      onClose={save}
      actions={
        <>
          {!isNew && (
            <Button variant="danger" onPress={onRemove}>
              {m.proposals_supporter_remove()}
            </Button>
          )}
          <Button variant="main" onPress={save}>
            {m.proposals_supporter_save()}
          </Button>
        </>
      }
    >
      <TextField
        label={m.proposals_supporter_who()}
        description={m.proposals_supporter_who_help()}
        value={who}
        onChange={setWho}
        voice="own"
        autoFocus
      />
      <SelectField
        label={m.proposals_supporter_part()}
        items={[
          { id: "supporter" as const, label: parts.supporter },
          { id: "lead" as const, label: parts.lead },
          { id: "co-lead" as const, label: parts["co-lead"] },
          { id: "sponsor" as const, label: parts.sponsor },
        ]}
        value={part}
        onChange={setPart}
      />
      <TextField
        label={m.proposals_supporter_brings()}
        value={brings}
        onChange={setBrings}
        voice="own"
        isMultiline
      />
    </Dialog>
  );
}
