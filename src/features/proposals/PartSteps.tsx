import type { Proposal } from "#core/proposal/Proposal.ts";
import { isPartBegun, partKeys } from "#core/proposal/proposalParts.ts";
import * as m from "#messages";
import { begunParts } from "./begunParts.ts";
import "./PartSteps.css";

/** One mark for each part of a proposal, filled where something has been said. Shows, and does not score. */
export function PartSteps({ proposal }: { readonly proposal: Proposal }) {
  return (
    <div
      className="part-steps"
      role="img"
      aria-label={m.proposals_parts_label({ begun: begunParts(proposal), all: partKeys.length })}
    >
      {partKeys.map((part) => (
        <span
          key={part}
          className={`part-steps__step ${isPartBegun(proposal, part) ? "part-steps__step--begun" : ""}`}
        />
      ))}
    </div>
  );
}
