import { type FieldKey, type PartKey, proposalFields } from "#core/proposal/proposalParts.ts";
import { proposalWords } from "#notebook/proposalWords.ts";
import { TextField } from "#ui/TextField.tsx";
import type { Editing } from "./Editing.ts";
import { fieldHelp } from "./fieldHelp.ts";

/** The free-text questions of one part, each with a line of help. */
export function PartFields({
  editing,
  part,
  except,
}: {
  readonly editing: Editing;
  readonly part: PartKey;
  /** One that is asked elsewhere. */
  readonly except?: FieldKey;
}) {
  const { fields } = proposalWords();
  return proposalFields
    .filter((field) => field.part === part && field.key !== except)
    .map((field) => (
      <TextField
        key={field.key}
        label={fields[field.key]}
        description={fieldHelp[field.key]()}
        isMultiline
        voice="own"
        value={field.read(editing.proposal)}
        onChange={(text) => editing.change((proposal) => field.write(proposal, text))}
      />
    ));
}
