import { proposalFields } from "#core/proposal/proposalParts.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import type { Editing } from "./Editing.ts";
import { fieldHelp } from "./fieldHelp.ts";
import { PartFields } from "./PartFields.tsx";
import { PartFold } from "./PartFold.tsx";
import { QuotedField } from "./QuotedField.tsx";

/** "Who does it matter to most?" */
export function CausePart(editing: Editing) {
  const { proposal, change } = editing;
  return (
    <div>
      <QuotedField
        label={proposalWords().fields.cause_servedWorst}
        description={fieldHelp.cause_servedWorst()}
        value={proposal.cause.servedWorst}
        marks={[]}
        onChange={(servedWorst) =>
          change((now) => ({ ...now, cause: { ...now.cause, servedWorst } }))
        }
      />
      <PartFold
        level="more"
        title={m.proposals_part_cause_more()}
        isBegun={proposalFields.some(
          (field) =>
            field.part === "cause" &&
            field.key !== "cause_servedWorst" &&
            field.read(proposal).trim() !== "",
        )}
      >
        <PartFields editing={editing} part="cause" except="cause_servedWorst" />
      </PartFold>
    </div>
  );
}
