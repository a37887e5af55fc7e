import { newId } from "#base/newId.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import * as m from "#messages";
import { longestTitle } from "#notebook/shownTitle.ts";
import { TextField } from "#ui/TextField.tsx";
import { CausePart } from "../CausePart.tsx";
import type { Editing } from "../Editing.ts";
import { FoldedParts } from "../FoldedParts.tsx";
import { IdeaPart } from "../IdeaPart.tsx";
import { PeoplePart } from "../PeoplePart.tsx";
import { ProblemPart } from "../ProblemPart.tsx";
import { StagePart } from "../StagePart.tsx";
import { Comments } from "./Comments.tsx";
import { Excerpts } from "./Excerpts.tsx";
import type { Hiding } from "./RemarkLine.tsx";
import type { Talk } from "./Talk.ts";
import { ThanksPart } from "./ThanksPart.tsx";
import type { useIdentityHints } from "./useIdentityHints.tsx";
import { VoicesPart } from "./VoicesPart.tsx";
import "../ProposalDraft.css";

/** What a team writes in a proposal, question by question, and what it says about it. */
export function SharedFields({
  shared,
  editing,
  hint,
  talk,
  hiding,
}: {
  readonly shared: SharedProposal;
  readonly editing: Editing;
  /** What may identify someone under a question. */
  readonly hint: ReturnType<typeof useIdentityHints>["hint"];
  readonly talk: Talk;
  readonly hiding: Hiding;
}) {
  const { workspace, space, nameOf } = talk;
  return (
    <div className="proposal-draft">
      <TextField
        label={m.proposals_field_title()}
        value={shared.title}
        maxLength={longestTitle}
        onChange={(title) => editing.change((at) => ({ ...at, title }))}
      />
      {hint("title")}
      <div data-part="problem">
        <ProblemPart {...editing} />
        {hint("problem")}
        <Excerpts excerpts={shared.excerpts} under="problem" nameOf={nameOf} />
      </div>
      <div data-part="cause">
        <CausePart {...editing} />
        {hint("cause")}
      </div>
      <div data-part="idea">
        <IdeaPart {...editing} offers={[]} now={workspace.clock.now()} />
        {hint("idea")}
        <Excerpts excerpts={shared.excerpts} under="idea" nameOf={nameOf} />
      </div>
      <div data-part="people">
        <PeoplePart {...editing} me={nameOf(space.me)} newId={() => newId(workspace.random)} />
        {hint("people")}
      </div>
      <FoldedParts {...editing} />
      {hint("involvement", "worries", "resources", "time", "governance", "money")}
      <StagePart {...editing} />
      <VoicesPart {...talk} voices={shared.voices} />
      <ThanksPart {...talk} />
      <Comments {...talk} hiding={hiding} />
    </div>
  );
}
