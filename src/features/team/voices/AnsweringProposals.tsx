import { Link2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import type { SharedView } from "#core/space/SharedView.ts";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { linkVoice, type VoiceStanding } from "#core/space/voices.ts";
import * as m from "#messages";
import { shortTitle } from "#notebook/shownTitle.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { Notice } from "#ui/Notice.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { notify } from "#ui/toasts.ts";
import { changeRecord } from "./changeRecord.ts";

/** Which proposals of the team answer a voice: links one, and unlinks it again. */
export function AnsweringProposals({
  workspace,
  space,
  view,
  standing: { voice, proposals },
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly view: SharedView;
  readonly standing: VoiceStanding;
}) {
  const [chosen, setChosen] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const others = view.proposals.filter(
    (proposal) => proposal.withdrawnAt === null && !proposals.includes(proposal),
  );
  const isOpen = takesPart(space);
  const change = async (proposal: SharedProposal, isLinked: boolean) => {
    const by = { by: space.me, now: workspace.clock.now() };
    const failed = await changeRecord(workspace, proposal, (there) =>
      linkVoice(there, voice.id, isLinked, by),
    );
    setProblem(failed);
    if (failed !== null) return;
    setChosen("");
    // What was pressed has gone, or does nothing now.
    focusPageHeading();
    notify({ text: isLinked ? m.voices_proposal_linked() : m.voices_proposal_unlinked() });
  };
  const link = (event: FormEvent) => {
    event.preventDefault();
    const proposal = others.find(({ id }) => id === chosen);
    if (proposal) void change(proposal, true);
  };
  const choices = [
    { id: "", label: m.voices_proposal_choose_none() },
    ...others.map((proposal) => ({ id: proposal.id as string, label: shortTitle(proposal) })),
  ];
  return (
    <section className="space-part" aria-labelledby="answering">
      <h2 id="answering">{m.voices_proposals()}</h2>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {proposals.length === 0 && <p>{m.voices_proposals_none()}</p>}
      <ul className="voice-list">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link to={`/team/${space.id}/proposals/${proposal.id}`}>{shortTitle(proposal)}</Link>
            {isOpen && (
              <Button
                variant="quiet"
                aria-label={m.voices_proposal_unlink_which({ title: shortTitle(proposal) })}
                onPress={() => void change(proposal, false)}
              >
                {m.voices_proposal_unlink()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && others.length === 0 && <p>{m.voices_proposals_no_more()}</p>}
      {isOpen && others.length > 0 && (
        <form className="voice-link-form" onSubmit={link}>
          <SelectField
            label={m.voices_proposal_choose()}
            items={choices}
            value={chosen}
            onChange={setChosen}
          />
          <Button type="submit" icon={Link2} isDisabled={chosen === ""}>
            {m.voices_proposal_link()}
          </Button>
        </form>
      )}
    </section>
  );
}
