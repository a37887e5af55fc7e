import { standingQuotes } from "#core/proposal/standingQuotes.ts";
import * as m from "#messages";
import type { Editing } from "./Editing.ts";
import { QuotedField } from "./QuotedField.tsx";
import { Sources } from "./Sources.tsx";

/** "What keeps happening?", started from the person's own sentences. */
export function ProblemPart({ proposal, change }: Editing) {
  const { problem } = proposal;
  const standing = standingQuotes(problem);
  return (
    <QuotedField
      label={m.proposals_part_problem()}
      description={
        problem.quotes.length > 0
          ? m.proposals_part_problem_help()
          : m.proposals_part_problem_help_blank()
      }
      value={problem.text}
      marks={standing.map((each) => each.range)}
      onChange={(text) => change((now) => ({ ...now, problem: { ...now.problem, text } }))}
    >
      <Sources quotes={problem.quotes} standing={new Set(standing.map((each) => each.quote))} />
    </QuotedField>
  );
}
