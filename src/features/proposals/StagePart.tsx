import * as m from "#messages";
import { RadioField } from "#ui/RadioField.tsx";
import type { Editing } from "./Editing.ts";
import { stageAbout, stageName, stages } from "./stageName.ts";

/** Where the proposal is now; it may move either way, or rest. */
export function StagePart({ proposal, change }: Editing) {
  return (
    <section className="stage-part">
      <RadioField
        label={m.proposals_stage()}
        items={stages.map((stage) => ({
          id: stage,
          label: stageName(stage),
          description: stageAbout(stage),
        }))}
        value={proposal.stage}
        onChange={(stage) => change((now) => ({ ...now, stage }))}
      />
      <p className="field__description">{m.proposals_stage_help()}</p>
    </section>
  );
}
