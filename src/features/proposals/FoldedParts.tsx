import { isPartBegun, type PartKey } from "#core/proposal/proposalParts.ts";
import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";
import { ChipRow } from "#ui/ChipRow.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { ToggleChip } from "#ui/ToggleChip.tsx";
import type { Editing } from "./Editing.ts";
import { PartFields } from "./PartFields.tsx";
import { PartFold } from "./PartFold.tsx";
import { unsaidOr } from "./unsaidOr.ts";

/** The Health Research Authority and Medical Research Council's decision tool (domain.md section 6). */
const researchTool = "https://www.hra-decisiontools.org.uk/research/";

const worries = ["fear", "workload", "rules", "past-reforms", "indifference"] as const;

/** The parts that wait folded until someone wants them, money last. */
export function FoldedParts(editing: Editing) {
  const { proposal, change } = editing;
  const words = proposalWords();
  const fold = (part: PartKey, title: string, about: string, more?: React.ReactNode) => (
    <PartFold
      key={part}
      level="part"
      title={title}
      about={about}
      isBegun={isPartBegun(proposal, part)}
    >
      {part === "worries" ? null : more}
      <PartFields editing={editing} part={part} />
      {part === "worries" ? more : null}
    </PartFold>
  );
  return (
    <div className="folded-parts">
      {fold("involvement", m.proposals_part_involvement(), m.proposals_part_involvement_about())}
      {fold(
        "worries",
        m.proposals_part_worries(),
        m.proposals_part_worries_about(),
        <fieldset className="field">
          <legend className="field__label">{words.labels.worrySources}</legend>
          <ChipRow>
            {worries.map((source) => (
              <ToggleChip
                key={source}
                isSelected={proposal.worries.sources.includes(source)}
                onChange={(isSelected) =>
                  change((now) => ({
                    ...now,
                    worries: {
                      ...now.worries,
                      sources: worries.filter((each) =>
                        each === source ? isSelected : now.worries.sources.includes(each),
                      ),
                    },
                  }))
                }
              >
                {words.worrySources[source]}
              </ToggleChip>
            ))}
          </ChipRow>
        </fieldset>,
      )}
      {fold("resources", m.proposals_part_resources(), m.proposals_part_resources_about())}
      {fold("time", m.proposals_part_time(), m.proposals_part_time_about())}
      {fold(
        "governance",
        m.proposals_part_governance(),
        m.proposals_part_governance_about(),
        <SelectField
          label={words.labels.projectType}
          description={
            <>
              {m.proposals_project_type_help()}{" "}
              <a href={researchTool} target="_blank" rel="noreferrer noopener">
                {m.proposals_project_type_tool()}
              </a>
            </>
          }
          items={unsaidOr(words.projectTypes)}
          value={proposal.governance.projectType}
          onChange={(projectType) =>
            change((now) => ({ ...now, governance: { ...now.governance, projectType } }))
          }
        />,
      )}
      {fold(
        "money",
        m.proposals_part_money(),
        m.proposals_part_money_about(),
        <SelectField
          label={words.labels.moneyType}
          items={unsaidOr(words.moneyTypes)}
          value={proposal.money.type}
          onChange={(type) => change((now) => ({ ...now, money: { ...now.money, type } }))}
        />,
      )}
    </div>
  );
}
