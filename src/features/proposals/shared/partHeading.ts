import * as m from "#messages";
import { proposalWords } from "#notebook/proposalWords.ts";

/** What a part of a shared proposal (`data-part`) is called on its page; null for none of them. */
export function partHeading(part: string | null): string | null {
  switch (part) {
    case "problem":
      return m.proposals_part_problem();
    case "cause":
      return proposalWords().fields.cause_servedWorst;
    case "idea":
      return m.proposals_part_idea();
    case "people":
      return m.proposals_part_people();
    default:
      return null;
  }
}
