import { Users } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { OpenedProposal } from "#core/space/ProposalFiles.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { namesIn } from "#notebook/space/namesIn.ts";
import { SeenBy } from "#notebook/space/SeenBy.tsx";
import { SharedOutline } from "#notebook/space/SharedOutline.tsx";
import { useSharedReview } from "#notebook/space/useSharedReview.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { spaceFileFailureText } from "./failureText.ts";
import { ProposalsHere } from "./ProposalsHere.tsx";
import { shownSpaceName } from "./shownSpaceName.ts";

/**
 * A proposal that came as a file, on its way into a team: where it is already, what in it may identify
 * someone, exactly what will be seen and by whom, and only then the act.
 */
export function BringInProposal({
  workspace,
  opened,
  team,
  teams,
}: {
  readonly workspace: Workspace;
  readonly opened: OpenedProposal;
  readonly team: Space;
  readonly teams: readonly Space[];
}) {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [problem, setProblem] = useState<string | null>(null);
  const { review, copy } = useSharedReview(workspace, opened.proposal, namesIn(team));
  const { leave, question } = useBeforeLeaving(review);
  const name = shownSpaceName(team);
  const isThere = opened.here.some(({ space }) => space === team.id);
  const bringIn = async () => {
    const brought = await workspace.spaces.importProposal(copy, team.id);
    if (brought.ok) void navigate(`/team/${team.id}/proposals/${brought.value}`);
    else setProblem(spaceFileFailureText(brought.error));
  };
  return (
    <section className="team-form" aria-labelledby="bring-in-proposal">
      <h2 id="bring-in-proposal" ref={heading} tabIndex={-1}>
        {m.team_file_look({ team: name })}
      </h2>
      {opened.here.length === 0 && <p>{m.team_file_preview_says()}</p>}
      <ProposalsHere opened={opened} teams={teams} />
      <IdentityReviewView review={review} />
      <h2>{m.team_file_preview()}</h2>
      <SeenBy team={team} name={name} />
      <SharedOutline shared={copy} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {question}
      <div className="team-ways">
        <Button
          variant={isThere ? "outline" : "main"}
          icon={Users}
          isPending={review.state === "checking"}
          onPress={() => leave(() => void bringIn())}
        >
          {isThere
            ? m.team_file_share_again({ team: name })
            : m.team_file_share_proposal({ team: name })}
        </Button>
      </div>
    </section>
  );
}
