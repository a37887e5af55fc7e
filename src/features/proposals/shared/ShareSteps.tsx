import { ArrowLeft, Users } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { momentText } from "#notebook/momentText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { CheckField } from "#ui/CheckField.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { notify } from "#ui/toasts.ts";
import { failureText } from "../failureText.ts";
import { SharePreview } from "./SharePreview.tsx";
import { shareCopy } from "./shareCopy.ts";
import { useSharing } from "./useSharing.ts";
import "./SharePage.css";

/** The steps on the way from private to shared; nothing leaves before the last. */
export function ShareSteps({
  workspace,
  proposal,
  teams,
}: {
  readonly workspace: Workspace;
  readonly proposal: Proposal;
  readonly teams: readonly [Space, ...Space[]];
}) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(teams[0].id);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSharing, setSharing] = useState(false);
  const team = teams.find(({ id }) => id === chosen) ?? teams[0];
  const sharing = useSharing(workspace, proposal, team);
  const { review, copy, quotes, ticked, tick, going } = sharing;
  const name = team.name.trim() || m.sharing_team();
  const { leave, question } = useBeforeLeaving(review);
  const share = async () => {
    setSharing(true);
    const shared = await shareCopy(workspace, team, sharing);
    setSharing(false);
    if (!shared.ok) {
      setProblem(failureText(shared.error));
      return;
    }
    notify({ text: m.sharing_done({ team: name }) });
    void navigate(`/team/${team.id}/proposals/${shared.value}`, { replace: true });
  };
  return (
    <div className="share-steps">
      <section className="share-step" aria-labelledby="share-who">
        <h2 id="share-who">{m.sharing_step_who()}</h2>
        <RadioField
          label={m.sharing_which_team()}
          items={teams.map((each) => ({
            id: each.id,
            label: each.name.trim() || m.sharing_team(),
            description: m.team_people_count({ count: each.members.length }),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      </section>
      {quotes.length > 0 && (
        <section className="share-step" aria-labelledby="share-excerpts">
          <h2 id="share-excerpts">{m.sharing_step_excerpts()}</h2>
          <p>{m.sharing_step_excerpts_help()}</p>
          {quotes.map(({ key, quote }) => (
            <CheckField
              key={key}
              isSelected={ticked.has(key)}
              onChange={(isTicked) => tick(key, isTicked)}
              description={momentText.monthIfKnown(quote.happenedAt)}
            >
              <span className="own-words">{quote.text}</span>
            </CheckField>
          ))}
        </section>
      )}
      <section className="share-step" aria-label={m.sharing_step_check()}>
        <IdentityReviewView review={review} />
      </section>
      <SharePreview team={team} name={name} copy={copy} going={going} />
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {question}
      <div className="share-ways">
        <Button
          variant="main"
          icon={Users}
          isPending={isSharing || review.state === "checking"}
          onPress={() => leave(() => void share())}
        >
          {m.sharing_share_with({ team: name })}
        </Button>
        <LinkButton variant="quiet" icon={ArrowLeft} to={`/proposals/${proposal.id}`}>
          {m.sharing_not_now()}
        </LinkButton>
      </div>
    </div>
  );
}
